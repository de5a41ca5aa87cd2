import { testRule } from "caracal/testing";
import { loggingDeletedAfterBurstCases } from "../../../rules/aws/logging-deleted-after-burst.cases.ts";
import { loggingDeletedAfterBurst } from "../../../rules/aws/logging-deleted-after-burst.ts";

testRule(loggingDeletedAfterBurst, loggingDeletedAfterBurstCases);
