import { testRule } from "caracal/testing";
import { credentialHarvestingCases } from "../../../rules/aws-bedrock/credential-harvesting.cases.ts";
import { credentialHarvesting } from "../../../rules/aws-bedrock/credential-harvesting.ts";

testRule(credentialHarvesting, credentialHarvestingCases);
