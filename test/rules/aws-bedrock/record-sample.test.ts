import { testRule } from "caracal/testing";
import { recordSampleCases } from "../../../rules/aws-bedrock/record-sample.cases.ts";
import { recordSample } from "../../../rules/aws-bedrock/record-sample.ts";

testRule(recordSample, recordSampleCases);
