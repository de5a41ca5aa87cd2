import { testRule } from "caracal/testing";
import { loggingDeletedAfterErrorsCases } from "../../../rules/aws/logging-deleted-after-errors.cases.ts";
import { loggingDeletedAfterErrors } from "../../../rules/aws/logging-deleted-after-errors.ts";

testRule(loggingDeletedAfterErrors, loggingDeletedAfterErrorsCases);
