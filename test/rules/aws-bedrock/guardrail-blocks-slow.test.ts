import { testRule } from "caracal/testing";
import { guardrailBlocksSlowCases } from "../../../rules/aws-bedrock/guardrail-blocks-slow.cases.ts";
import { guardrailBlocksSlow } from "../../../rules/aws-bedrock/guardrail-blocks-slow.ts";

testRule(guardrailBlocksSlow, guardrailBlocksSlowCases);
