import { testRule } from "caracal/testing";
import { loggingDeletedAfterFloodCases } from "../../../rules/aws/logging-deleted-after-flood.cases.ts";
import { loggingDeletedAfterFlood } from "../../../rules/aws/logging-deleted-after-flood.ts";

testRule(loggingDeletedAfterFlood, loggingDeletedAfterFloodCases);
