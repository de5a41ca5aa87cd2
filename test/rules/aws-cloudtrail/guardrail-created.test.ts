import { testRule } from "caracal/testing";
import { guardrailCreatedCases } from "../../../rules/aws-cloudtrail/guardrail-created.cases.ts";
import { guardrailCreated } from "../../../rules/aws-cloudtrail/guardrail-created.ts";

testRule(guardrailCreated, guardrailCreatedCases);
