import { testRule } from "caracal/testing";
import { otherRegionCases } from "../../../rules/aws-bedrock/other-region.cases.ts";
import { otherRegion } from "../../../rules/aws-bedrock/other-region.ts";

testRule(otherRegion, otherRegionCases);
