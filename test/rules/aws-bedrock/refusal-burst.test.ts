import { testRule } from "caracal/testing";
import { refusalBurstCases } from "../../../rules/aws-bedrock/refusal-burst.cases.ts";
import { refusalBurst } from "../../../rules/aws-bedrock/refusal-burst.ts";

testRule(refusalBurst, refusalBurstCases);
