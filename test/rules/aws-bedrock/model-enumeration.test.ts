import { testRule } from "caracal/testing";
import { modelEnumerationCases } from "../../../rules/aws-bedrock/model-enumeration.cases.ts";
import { modelEnumeration } from "../../../rules/aws-bedrock/model-enumeration.ts";

testRule(modelEnumeration, modelEnumerationCases);
