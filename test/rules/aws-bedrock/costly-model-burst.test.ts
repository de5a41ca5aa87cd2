import { testRule } from "caracal/testing";
import { costlyModelBurstCases } from "../../../rules/aws-bedrock/costly-model-burst.cases.ts";
import { costlyModelBurst } from "../../../rules/aws-bedrock/costly-model-burst.ts";

testRule(costlyModelBurst, costlyModelBurstCases);
