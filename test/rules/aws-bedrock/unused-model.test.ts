import { testRule } from "caracal/testing";
import { unusedModelCases } from "../../../rules/aws-bedrock/unused-model.cases.ts";
import { unusedModel } from "../../../rules/aws-bedrock/unused-model.ts";

testRule(unusedModel, unusedModelCases);
