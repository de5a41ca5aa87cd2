import { testRule } from "caracal/testing";
import { loggingTamperedCases } from "../../../rules/aws-cloudtrail/logging-tampered.cases.ts";
import { loggingTampered } from "../../../rules/aws-cloudtrail/logging-tampered.ts";

testRule(loggingTampered, loggingTamperedCases);
