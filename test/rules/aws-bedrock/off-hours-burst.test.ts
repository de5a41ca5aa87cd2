import { testRule } from "caracal/testing";
import { offHoursBurstCases } from "../../../rules/aws-bedrock/off-hours-burst.cases.ts";
import { offHoursBurst } from "../../../rules/aws-bedrock/off-hours-burst.ts";

testRule(offHoursBurst, offHoursBurstCases);
