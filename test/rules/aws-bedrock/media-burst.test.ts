import { testRule } from "caracal/testing";
import { mediaBurstCases } from "../../../rules/aws-bedrock/media-burst.cases.ts";
import { mediaBurst } from "../../../rules/aws-bedrock/media-burst.ts";

testRule(mediaBurst, mediaBurstCases);
