import { testRule } from "caracal/testing";
import { missingIdentityCases } from "../../../rules/aws-bedrock/missing-identity.cases.ts";
import { missingIdentity } from "../../../rules/aws-bedrock/missing-identity.ts";

testRule(missingIdentity, missingIdentityCases);
