import { testRule } from "caracal/testing";
import { errorSpikeCases } from "../../../rules/aws-bedrock/error-spike.cases.ts";
import { errorSpike } from "../../../rules/aws-bedrock/error-spike.ts";

testRule(errorSpike, errorSpikeCases);
