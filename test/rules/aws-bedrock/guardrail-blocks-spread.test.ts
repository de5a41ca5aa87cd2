import { testRule } from "caracal/testing";
import { guardrailBlocksSpreadCases } from "../../../rules/aws-bedrock/guardrail-blocks-spread.cases.ts";
import { guardrailBlocksSpread } from "../../../rules/aws-bedrock/guardrail-blocks-spread.ts";

testRule(guardrailBlocksSpread, guardrailBlocksSpreadCases);
