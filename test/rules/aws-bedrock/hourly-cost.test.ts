import { testRule } from "caracal/testing";
import { hourlyCostCases } from "../../../rules/aws-bedrock/hourly-cost.cases.ts";
import { hourlyCost } from "../../../rules/aws-bedrock/hourly-cost.ts";

testRule(hourlyCost, hourlyCostCases);
