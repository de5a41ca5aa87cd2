import { testRule } from "caracal/testing";
import { accountCostCases } from "../../../rules/aws-bedrock/account-cost.cases.ts";
import { accountCost } from "../../../rules/aws-bedrock/account-cost.ts";

testRule(accountCost, accountCostCases);
