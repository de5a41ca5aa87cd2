import { testRule } from "caracal/testing";
import { oversizedCallCases } from "../../../rules/aws-bedrock/oversized-call.cases.ts";
import { oversizedCall } from "../../../rules/aws-bedrock/oversized-call.ts";

testRule(oversizedCall, oversizedCallCases);
