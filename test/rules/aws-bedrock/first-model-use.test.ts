import { testRule } from "caracal/testing";
import { firstModelUseCases } from "../../../rules/aws-bedrock/first-model-use.cases.ts";
import { firstModelUse } from "../../../rules/aws-bedrock/first-model-use.ts";

testRule(firstModelUse, firstModelUseCases);
