import { testRule } from "caracal/testing";
import { promptInjectionCases } from "../../../rules/aws-bedrock/prompt-injection.cases.ts";
import { promptInjection } from "../../../rules/aws-bedrock/prompt-injection.ts";

testRule(promptInjection, promptInjectionCases);
