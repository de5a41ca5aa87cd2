import { testRule } from "caracal/testing";
import { requestFloodCases } from "../../../rules/aws-bedrock/request-flood.cases.ts";
import { requestFlood } from "../../../rules/aws-bedrock/request-flood.ts";

testRule(requestFlood, requestFloodCases);
