import { testRule } from "caracal/testing";
import { loggingDeletedCases } from "../../../rules/aws-cloudtrail/logging-deleted.cases.ts";
import { loggingDeleted } from "../../../rules/aws-cloudtrail/logging-deleted.ts";

testRule(loggingDeleted, loggingDeletedCases);
