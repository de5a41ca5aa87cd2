import { testRule } from "caracal/testing";
import { tokenBurnCases } from "../../../rules/aws-bedrock/token-burn.cases.ts";
import { tokenBurn } from "../../../rules/aws-bedrock/token-burn.ts";

testRule(tokenBurn, tokenBurnCases);
