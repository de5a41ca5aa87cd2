import { testRule } from "caracal/testing";
import { attackAnsweredCases } from "../../../rules/aws/attack-answered.cases.ts";
import { attackAnswered } from "../../../rules/aws/attack-answered.ts";

testRule(attackAnswered, attackAnsweredCases);
