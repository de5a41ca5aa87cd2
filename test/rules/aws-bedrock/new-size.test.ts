import { testRule } from "caracal/testing";
import { newSizeCases } from "../../../rules/aws-bedrock/new-size.cases.ts";
import { newSize } from "../../../rules/aws-bedrock/new-size.ts";

testRule(newSize, newSizeCases);
