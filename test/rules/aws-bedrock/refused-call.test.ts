import { testRule } from "caracal/testing";
import { refusedCallCases } from "../../../rules/aws-bedrock/refused-call.cases.ts";
import { refusedCall } from "../../../rules/aws-bedrock/refused-call.ts";

testRule(refusedCall, refusedCallCases);
