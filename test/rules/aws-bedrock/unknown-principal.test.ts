import { testRule } from "caracal/testing";
import { unknownPrincipalCases } from "../../../rules/aws-bedrock/unknown-principal.cases.ts";
import { unknownPrincipal } from "../../../rules/aws-bedrock/unknown-principal.ts";

testRule(unknownPrincipal, unknownPrincipalCases);
