import { testRule } from "caracal/testing";
import { newRegionCases } from "../../../rules/aws-bedrock/new-region.cases.ts";
import { newRegion } from "../../../rules/aws-bedrock/new-region.ts";

testRule(newRegion, newRegionCases);
