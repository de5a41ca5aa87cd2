import { testRule } from "caracal/testing";
import { bodiesMissingCases } from "../../../rules/aws-bedrock/bodies-missing.cases.ts";
import { bodiesMissing } from "../../../rules/aws-bedrock/bodies-missing.ts";

testRule(bodiesMissing, bodiesMissingCases);
