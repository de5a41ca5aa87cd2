import { testRule } from "caracal/testing";
import { slowModelEnumerationCases } from "../../../rules/aws-bedrock/slow-model-enumeration.cases.ts";
import { slowModelEnumeration } from "../../../rules/aws-bedrock/slow-model-enumeration.ts";

testRule(slowModelEnumeration, slowModelEnumerationCases);
