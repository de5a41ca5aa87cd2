import { testRule } from "caracal/testing";
import { secretInAnswerCases } from "../../../rules/aws-bedrock/secret-in-answer.cases.ts";
import { secretInAnswer } from "../../../rules/aws-bedrock/secret-in-answer.ts";

testRule(secretInAnswer, secretInAnswerCases);
