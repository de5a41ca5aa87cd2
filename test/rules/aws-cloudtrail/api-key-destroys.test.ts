import { testRule } from "caracal/testing";
import { apiKeyDestroysCases } from "../../../rules/aws-cloudtrail/api-key-destroys.cases.ts";
import { apiKeyDestroys } from "../../../rules/aws-cloudtrail/api-key-destroys.ts";

testRule(apiKeyDestroys, apiKeyDestroysCases);
