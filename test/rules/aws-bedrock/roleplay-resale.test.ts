import { testRule } from "caracal/testing";
import { roleplayResaleCases } from "../../../rules/aws-bedrock/roleplay-resale.cases.ts";
import { roleplayResale } from "../../../rules/aws-bedrock/roleplay-resale.ts";

testRule(roleplayResale, roleplayResaleCases);
