import { testRule } from "caracal/testing";
import { newModelCases } from "../../../rules/aws-bedrock/new-model.cases.ts";
import { newModel } from "../../../rules/aws-bedrock/new-model.ts";

testRule(newModel, newModelCases);
