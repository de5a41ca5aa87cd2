import { testRule } from "caracal/testing";
import { newcomerRoamsCases } from "../../../rules/aws-bedrock/newcomer-roams.cases.ts";
import { newcomerRoams } from "../../../rules/aws-bedrock/newcomer-roams.ts";

testRule(newcomerRoams, newcomerRoamsCases);
