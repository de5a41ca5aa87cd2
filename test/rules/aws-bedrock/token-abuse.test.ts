import { testRule } from "caracal/testing";
import { tokenAbuseCases } from "../../../rules/aws-bedrock/token-abuse.cases.ts";
import { tokenAbuse } from "../../../rules/aws-bedrock/token-abuse.ts";

testRule(tokenAbuse, tokenAbuseCases);
