import { testRule } from "caracal/testing";
import { loggingChangedCases } from "../../../rules/aws-cloudtrail/logging-changed.cases.ts";
import { loggingChanged } from "../../../rules/aws-cloudtrail/logging-changed.ts";

testRule(loggingChanged, loggingChangedCases);
