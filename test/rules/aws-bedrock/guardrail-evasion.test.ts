import { testRule } from "caracal/testing";
import { guardrailEvasionCases } from "../../../rules/aws-bedrock/guardrail-evasion.cases.ts";
import { guardrailEvasion } from "../../../rules/aws-bedrock/guardrail-evasion.ts";

testRule(guardrailEvasion, guardrailEvasionCases);
