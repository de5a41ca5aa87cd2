import { testRule } from "caracal/testing";
import { regionHoppingCases } from "../../../rules/aws-bedrock/region-hopping.cases.ts";
import { regionHopping } from "../../../rules/aws-bedrock/region-hopping.ts";

testRule(regionHopping, regionHoppingCases);
