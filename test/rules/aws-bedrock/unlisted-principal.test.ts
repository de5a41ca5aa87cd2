import { testRule } from "caracal/testing";
import { unlistedPrincipalCases } from "../../../rules/aws-bedrock/unlisted-principal.cases.ts";
import { unlistedPrincipal } from "../../../rules/aws-bedrock/unlisted-principal.ts";

testRule(unlistedPrincipal, unlistedPrincipalCases);
