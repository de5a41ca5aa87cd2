import { testRule } from "caracal/testing";
import { enumerateThenSuccessCases } from "../../../rules/aws-bedrock/enumerate-then-success.cases.ts";
import { enumerateThenSuccess } from "../../../rules/aws-bedrock/enumerate-then-success.ts";

testRule(enumerateThenSuccess, enumerateThenSuccessCases);
