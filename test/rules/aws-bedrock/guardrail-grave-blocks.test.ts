import { testRule } from "caracal/testing";
import { guardrailGraveBlocksCases } from "../../../rules/aws-bedrock/guardrail-grave-blocks.cases.ts";
import { guardrailGraveBlocks } from "../../../rules/aws-bedrock/guardrail-grave-blocks.ts";

testRule(guardrailGraveBlocks, guardrailGraveBlocksCases);
