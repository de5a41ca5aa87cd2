import { testRule } from "caracal/testing";
import { hourBeginsCases } from "../../../rules/aws-bedrock/hour-begins.cases.ts";
import { hourBegins } from "../../../rules/aws-bedrock/hour-begins.ts";

testRule(hourBegins, hourBeginsCases);
