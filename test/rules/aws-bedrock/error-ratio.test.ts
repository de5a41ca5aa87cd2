import { testRule } from "caracal/testing";
import { errorRatioCases } from "../../../rules/aws-bedrock/error-ratio.cases.ts";
import { errorRatio } from "../../../rules/aws-bedrock/error-ratio.ts";

testRule(errorRatio, errorRatioCases);
