import { testRule } from "caracal/testing";
import { slowBurnCases } from "../../../rules/aws-bedrock/slow-burn.cases.ts";
import { slowBurn } from "../../../rules/aws-bedrock/slow-burn.ts";

testRule(slowBurn, slowBurnCases);
