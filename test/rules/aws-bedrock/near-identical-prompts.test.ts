import { testRule } from "caracal/testing";
import { nearIdenticalPromptsCases } from "../../../rules/aws-bedrock/near-identical-prompts.cases.ts";
import { nearIdenticalPrompts } from "../../../rules/aws-bedrock/near-identical-prompts.ts";

testRule(nearIdenticalPrompts, nearIdenticalPromptsCases);
