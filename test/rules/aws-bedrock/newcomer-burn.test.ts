import { testRule } from "caracal/testing";
import { newcomerBurnCases } from "../../../rules/aws-bedrock/newcomer-burn.cases.ts";
import { newcomerBurn } from "../../../rules/aws-bedrock/newcomer-burn.ts";

testRule(newcomerBurn, newcomerBurnCases);
