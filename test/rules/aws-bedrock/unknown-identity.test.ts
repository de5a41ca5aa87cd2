import { testRule } from "caracal/testing";
import {
  foreignIdentityCases,
  missingIdentityCases,
  rootUserCases,
  unknownPrincipalCases,
} from "../../../rules/aws-bedrock/unknown-identity.cases.ts";
import {
  foreignIdentity,
  missingIdentity,
  rootUser,
  unknownPrincipal,
} from "../../../rules/aws-bedrock/unknown-identity.ts";

testRule(unknownPrincipal, unknownPrincipalCases);
testRule(rootUser, rootUserCases);
testRule(foreignIdentity, foreignIdentityCases);
testRule(missingIdentity, missingIdentityCases);
