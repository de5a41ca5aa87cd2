import { testRule } from "caracal/testing";
import { guardrailDeletedCases } from "../../../rules/aws-cloudtrail/guardrail-deleted.cases.ts";
import { guardrailDeleted } from "../../../rules/aws-cloudtrail/guardrail-deleted.ts";

testRule(guardrailDeleted, guardrailDeletedCases);
