import { testRule } from "caracal/testing";
import { throttleStormCases } from "../../../rules/aws-bedrock/throttle-storm.cases.ts";
import { throttleStorm } from "../../../rules/aws-bedrock/throttle-storm.ts";

testRule(throttleStorm, throttleStormCases);
