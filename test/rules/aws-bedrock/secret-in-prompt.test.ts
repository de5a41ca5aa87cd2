import { testRule } from "caracal/testing";
import { secretInPromptCases } from "../../../rules/aws-bedrock/secret-in-prompt.cases.ts";
import { secretInPrompt } from "../../../rules/aws-bedrock/secret-in-prompt.ts";

testRule(secretInPrompt, secretInPromptCases);
