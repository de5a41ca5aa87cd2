import { testRule } from "caracal/testing";
import { spreadModelEnumerationCases } from "../../../rules/aws-bedrock/spread-model-enumeration.cases.ts";
import { spreadModelEnumeration } from "../../../rules/aws-bedrock/spread-model-enumeration.ts";

testRule(spreadModelEnumeration, spreadModelEnumerationCases);
