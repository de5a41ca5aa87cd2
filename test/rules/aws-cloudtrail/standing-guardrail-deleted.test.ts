import { testRule } from "caracal/testing";
import { standingGuardrailDeletedCases } from "../../../rules/aws-cloudtrail/standing-guardrail-deleted.cases.ts";
import { standingGuardrailDeleted } from "../../../rules/aws-cloudtrail/standing-guardrail-deleted.ts";

testRule(standingGuardrailDeleted, standingGuardrailDeletedCases);
