import { testRule } from "caracal/testing";
import { guardrailPoliciesCases } from "../../../rules/aws-bedrock/guardrail-policies.cases.ts";
import { guardrailPolicies } from "../../../rules/aws-bedrock/guardrail-policies.ts";

testRule(guardrailPolicies, guardrailPoliciesCases);
