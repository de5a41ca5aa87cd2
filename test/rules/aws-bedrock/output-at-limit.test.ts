import { testRule } from "caracal/testing";
import { outputAtLimitCases } from "../../../rules/aws-bedrock/output-at-limit.cases.ts";
import { outputAtLimit } from "../../../rules/aws-bedrock/output-at-limit.ts";

testRule(outputAtLimit, outputAtLimitCases);
