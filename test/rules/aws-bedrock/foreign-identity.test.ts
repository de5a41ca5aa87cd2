import { testRule } from "caracal/testing";
import { foreignIdentityCases } from "../../../rules/aws-bedrock/foreign-identity.cases.ts";
import { foreignIdentity } from "../../../rules/aws-bedrock/foreign-identity.ts";

testRule(foreignIdentity, foreignIdentityCases);
