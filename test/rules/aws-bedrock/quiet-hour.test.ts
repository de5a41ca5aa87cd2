import { testRule } from "caracal/testing";
import { quietHourCases } from "../../../rules/aws-bedrock/quiet-hour.cases.ts";
import { quietHour } from "../../../rules/aws-bedrock/quiet-hour.ts";

testRule(quietHour, quietHourCases);
