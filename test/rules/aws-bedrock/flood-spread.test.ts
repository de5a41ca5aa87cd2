import { testRule } from "caracal/testing";
import { floodSpreadCases } from "../../../rules/aws-bedrock/flood-spread.cases.ts";
import { floodSpread } from "../../../rules/aws-bedrock/flood-spread.ts";

testRule(floodSpread, floodSpreadCases);
