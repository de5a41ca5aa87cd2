import { testRule } from "caracal/testing";
import { jailbreakCases } from "../../../rules/aws-bedrock/jailbreak.cases.ts";
import { jailbreak } from "../../../rules/aws-bedrock/jailbreak.ts";

testRule(jailbreak, jailbreakCases);
