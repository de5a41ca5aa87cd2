import { testRule } from "caracal/testing";
import { keyCheckerProbeCases } from "../../../rules/aws-bedrock/key-checker-probe.cases.ts";
import { keyCheckerProbe } from "../../../rules/aws-bedrock/key-checker-probe.ts";

testRule(keyCheckerProbe, keyCheckerProbeCases);
