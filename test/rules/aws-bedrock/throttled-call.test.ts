import { testRule } from "caracal/testing";
import { throttledCallCases } from "../../../rules/aws-bedrock/throttled-call.cases.ts";
import { throttledCall } from "../../../rules/aws-bedrock/throttled-call.ts";

testRule(throttledCall, throttledCallCases);
