import { testRule } from "caracal/testing";
import { secretInBlockedAnswerCases } from "../../../rules/aws-bedrock/secret-in-blocked-answer.cases.ts";
import { secretInBlockedAnswer } from "../../../rules/aws-bedrock/secret-in-blocked-answer.ts";

testRule(secretInBlockedAnswer, secretInBlockedAnswerCases);
