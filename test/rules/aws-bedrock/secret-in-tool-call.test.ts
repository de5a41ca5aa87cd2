import { testRule } from "caracal/testing";
import { secretInToolCallCases } from "../../../rules/aws-bedrock/secret-in-tool-call.cases.ts";
import { secretInToolCall } from "../../../rules/aws-bedrock/secret-in-tool-call.ts";

testRule(secretInToolCall, secretInToolCallCases);
