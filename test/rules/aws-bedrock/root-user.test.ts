import { testRule } from "caracal/testing";
import { rootUserCases } from "../../../rules/aws-bedrock/root-user.cases.ts";
import { rootUser } from "../../../rules/aws-bedrock/root-user.ts";

testRule(rootUser, rootUserCases);
