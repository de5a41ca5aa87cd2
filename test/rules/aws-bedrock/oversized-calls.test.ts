import { testRule } from "caracal/testing";
import { oversizedCallsCases } from "../../../rules/aws-bedrock/oversized-calls.cases.ts";
import { oversizedCalls } from "../../../rules/aws-bedrock/oversized-calls.ts";

testRule(oversizedCalls, oversizedCallsCases);
