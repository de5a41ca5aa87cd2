import { testRule } from "caracal/testing";
import { newOversizedCallsCases } from "../../../rules/aws-bedrock/new-oversized-calls.cases.ts";
import { newOversizedCalls } from "../../../rules/aws-bedrock/new-oversized-calls.ts";

testRule(newOversizedCalls, newOversizedCallsCases);
