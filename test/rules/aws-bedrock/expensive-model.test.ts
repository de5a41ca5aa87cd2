import { testRule } from "caracal/testing";
import { expensiveModelCases } from "../../../rules/aws-bedrock/expensive-model.cases.ts";
import { expensiveModel } from "../../../rules/aws-bedrock/expensive-model.ts";

testRule(expensiveModel, expensiveModelCases);
