import { testRule } from "caracal/testing";
import { guardrailWeakenedCases } from "../../../rules/aws-cloudtrail/guardrail-weakened.cases.ts";
import { guardrailWeakened } from "../../../rules/aws-cloudtrail/guardrail-weakened.ts";

testRule(guardrailWeakened, guardrailWeakenedCases);
