import { testRule } from "caracal/testing";
import { promptAttackSpreadCases } from "../../../rules/aws-bedrock/prompt-attack-spread.cases.ts";
import { promptAttackSpread } from "../../../rules/aws-bedrock/prompt-attack-spread.ts";

testRule(promptAttackSpread, promptAttackSpreadCases);
