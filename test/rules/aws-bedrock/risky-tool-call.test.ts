import { testRule } from "caracal/testing";
import { riskyToolCallCases } from "../../../rules/aws-bedrock/risky-tool-call.cases.ts";
import { riskyToolCall } from "../../../rules/aws-bedrock/risky-tool-call.ts";

testRule(riskyToolCall, riskyToolCallCases);
