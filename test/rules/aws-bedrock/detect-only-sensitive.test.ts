import { testRule } from "caracal/testing";
import { detectOnlySensitiveCases } from "../../../rules/aws-bedrock/detect-only-sensitive.cases.ts";
import { detectOnlySensitive } from "../../../rules/aws-bedrock/detect-only-sensitive.ts";

testRule(detectOnlySensitive, detectOnlySensitiveCases);
