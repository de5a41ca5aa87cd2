import { testRule } from "caracal/testing";
import { apiKeyUserStraysCases } from "../../../rules/aws-cloudtrail/api-key-user-strays.cases.ts";
import { apiKeyUserStrays } from "../../../rules/aws-cloudtrail/api-key-user-strays.ts";

testRule(apiKeyUserStrays, apiKeyUserStraysCases);
