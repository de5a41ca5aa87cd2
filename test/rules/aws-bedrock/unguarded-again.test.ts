import { testRule } from "caracal/testing";
import { unguardedAgainCases } from "../../../rules/aws-bedrock/unguarded-again.cases.ts";
import { unguardedAgain } from "../../../rules/aws-bedrock/unguarded-again.ts";

testRule(unguardedAgain, unguardedAgainCases);
