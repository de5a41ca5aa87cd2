import { testRule } from "caracal/testing";
import { blockedCallCases } from "../../../rules/aws-bedrock/blocked-call.cases.ts";
import { blockedCall } from "../../../rules/aws-bedrock/blocked-call.ts";

testRule(blockedCall, blockedCallCases);
