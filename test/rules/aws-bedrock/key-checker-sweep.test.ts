import { testRule } from "caracal/testing";
import { keyCheckerSweepCases } from "../../../rules/aws-bedrock/key-checker-sweep.cases.ts";
import { keyCheckerSweep } from "../../../rules/aws-bedrock/key-checker-sweep.ts";

testRule(keyCheckerSweep, keyCheckerSweepCases);
