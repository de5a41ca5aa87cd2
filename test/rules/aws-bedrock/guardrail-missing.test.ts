import { testRule } from "caracal/testing";
import { guardrailMissingCases } from "../../../rules/aws-bedrock/guardrail-missing.cases.ts";
import { guardrailMissing } from "../../../rules/aws-bedrock/guardrail-missing.ts";

testRule(guardrailMissing, guardrailMissingCases);
