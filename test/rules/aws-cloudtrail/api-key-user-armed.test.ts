import { testRule } from "caracal/testing";
import { apiKeyUserArmedCases } from "../../../rules/aws-cloudtrail/api-key-user-armed.cases.ts";
import { apiKeyUserArmed } from "../../../rules/aws-cloudtrail/api-key-user-armed.ts";

testRule(apiKeyUserArmed, apiKeyUserArmedCases);
