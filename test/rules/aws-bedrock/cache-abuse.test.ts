import { testRule } from "caracal/testing";
import { cacheAbuseCases } from "../../../rules/aws-bedrock/cache-abuse.cases.ts";
import { cacheAbuse } from "../../../rules/aws-bedrock/cache-abuse.ts";

testRule(cacheAbuse, cacheAbuseCases);
