import { testRule } from "caracal/testing";
import { apiKeyCreatedCases } from "../../../rules/aws-cloudtrail/api-key-created.cases.ts";
import { apiKeyCreated } from "../../../rules/aws-cloudtrail/api-key-created.ts";

testRule(apiKeyCreated, apiKeyCreatedCases);
