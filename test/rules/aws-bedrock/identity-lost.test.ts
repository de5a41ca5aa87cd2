import { testRule } from "caracal/testing";
import { identityLostCases } from "../../../rules/aws-bedrock/identity-lost.cases.ts";
import { identityLost } from "../../../rules/aws-bedrock/identity-lost.ts";

testRule(identityLost, identityLostCases);
