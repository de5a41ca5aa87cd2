import { testRule } from "caracal/testing";
import { expensiveModelBurstCases } from "../../../rules/aws-bedrock/expensive-model-burst.cases.ts";
import { expensiveModelBurst } from "../../../rules/aws-bedrock/expensive-model-burst.ts";

testRule(expensiveModelBurst, expensiveModelBurstCases);
