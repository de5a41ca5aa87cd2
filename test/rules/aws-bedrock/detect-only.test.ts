import { testRule } from "caracal/testing";
import { detectOnlyCases } from "../../../rules/aws-bedrock/detect-only.cases.ts";
import { detectOnly } from "../../../rules/aws-bedrock/detect-only.ts";

testRule(detectOnly, detectOnlyCases);
