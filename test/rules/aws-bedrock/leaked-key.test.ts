import { testRule } from "caracal/testing";
import { leakedKeyCases } from "../../../rules/aws-bedrock/leaked-key.cases.ts";
import { leakedKey } from "../../../rules/aws-bedrock/leaked-key.ts";

testRule(leakedKey, leakedKeyCases);
