import { testRule } from "caracal/testing";
import { throttledByOtherCases } from "../../../rules/aws-bedrock/throttled-by-other.cases.ts";
import { throttledByOther } from "../../../rules/aws-bedrock/throttled-by-other.ts";

testRule(throttledByOther, throttledByOtherCases);
