import { testRule } from "caracal/testing";
import { systemPromptLeakCases } from "../../../rules/aws-bedrock/system-prompt-leak.cases.ts";
import { systemPromptLeak } from "../../../rules/aws-bedrock/system-prompt-leak.ts";

testRule(systemPromptLeak, systemPromptLeakCases);
