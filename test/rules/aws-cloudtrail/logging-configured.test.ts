import { testRule } from "caracal/testing";
import { loggingConfiguredCases } from "../../../rules/aws-cloudtrail/logging-configured.cases.ts";
import { loggingConfigured } from "../../../rules/aws-cloudtrail/logging-configured.ts";

testRule(loggingConfigured, loggingConfiguredCases);
