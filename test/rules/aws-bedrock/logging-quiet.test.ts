import { testRule } from "caracal/testing";
import { loggingQuietCases } from "../../../rules/aws-bedrock/logging-quiet.cases.ts";
import { loggingQuiet } from "../../../rules/aws-bedrock/logging-quiet.ts";

testRule(loggingQuiet, loggingQuietCases);
