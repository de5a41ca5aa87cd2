import { testRule } from "caracal/testing";
import { guardrailDeletedThenContentCases } from "../../../rules/aws/guardrail-deleted-then-content.cases.ts";
import { guardrailDeletedThenContent } from "../../../rules/aws/guardrail-deleted-then-content.ts";

testRule(guardrailDeletedThenContent, guardrailDeletedThenContentCases);
