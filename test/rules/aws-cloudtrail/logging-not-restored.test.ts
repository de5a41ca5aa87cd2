import { testRule } from "caracal/testing";
import { loggingNotRestoredCases } from "../../../rules/aws-cloudtrail/logging-not-restored.cases.ts";
import { loggingNotRestored } from "../../../rules/aws-cloudtrail/logging-not-restored.ts";

testRule(loggingNotRestored, loggingNotRestoredCases);
