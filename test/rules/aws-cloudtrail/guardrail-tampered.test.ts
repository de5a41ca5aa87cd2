import { testRule } from "caracal/testing";
import { guardrailTamperedCases } from "../../../rules/aws-cloudtrail/guardrail-tampered.cases.ts";
import { guardrailTampered } from "../../../rules/aws-cloudtrail/guardrail-tampered.ts";

testRule(guardrailTampered, guardrailTamperedCases);
