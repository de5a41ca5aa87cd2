import { testRule } from "caracal/testing";
import { validationBurstCases } from "../../../rules/aws-bedrock/validation-burst.cases.ts";
import { validationBurst } from "../../../rules/aws-bedrock/validation-burst.ts";

testRule(validationBurst, validationBurstCases);
