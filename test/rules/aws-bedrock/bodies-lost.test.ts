import { testRule } from "caracal/testing";
import { bodiesLostCases } from "../../../rules/aws-bedrock/bodies-lost.cases.ts";
import { bodiesLost } from "../../../rules/aws-bedrock/bodies-lost.ts";

testRule(bodiesLost, bodiesLostCases);
