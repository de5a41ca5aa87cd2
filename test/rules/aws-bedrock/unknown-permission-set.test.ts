import { testRule } from "caracal/testing";
import { unknownPermissionSetCases } from "../../../rules/aws-bedrock/unknown-permission-set.cases.ts";
import { unknownPermissionSet } from "../../../rules/aws-bedrock/unknown-permission-set.ts";

testRule(unknownPermissionSet, unknownPermissionSetCases);
