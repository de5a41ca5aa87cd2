import { testRule } from "caracal/testing";
import { guardrailPolicyRepeatedCases } from "../../../rules/aws-bedrock/guardrail-policy-repeated.cases.ts";
import { guardrailPolicyRepeated } from "../../../rules/aws-bedrock/guardrail-policy-repeated.ts";

testRule(guardrailPolicyRepeated, guardrailPolicyRepeatedCases);
