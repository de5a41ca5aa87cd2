import { testRule } from "caracal/testing";
import { errorFloodCases } from "../../../rules/aws-bedrock/error-flood.cases.ts";
import { errorFlood } from "../../../rules/aws-bedrock/error-flood.ts";

testRule(errorFlood, errorFloodCases);
