import { testRule } from "caracal/testing";
import { guardrailBlocksCases } from "../../../rules/aws-bedrock/guardrail-blocks.cases.ts";
import { guardrailBlocks } from "../../../rules/aws-bedrock/guardrail-blocks.ts";

testRule(guardrailBlocks, guardrailBlocksCases);
