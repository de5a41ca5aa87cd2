import { testRule } from "caracal/testing";
import { expensiveModelSpreadCases } from "../../../rules/aws-bedrock/expensive-model-spread.cases.ts";
import { expensiveModelSpread } from "../../../rules/aws-bedrock/expensive-model-spread.ts";

testRule(expensiveModelSpread, expensiveModelSpreadCases);
