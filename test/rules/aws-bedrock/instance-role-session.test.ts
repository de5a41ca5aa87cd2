import { testRule } from "caracal/testing";
import { instanceRoleSessionCases } from "../../../rules/aws-bedrock/instance-role-session.cases.ts";
import { instanceRoleSession } from "../../../rules/aws-bedrock/instance-role-session.ts";

testRule(instanceRoleSession, instanceRoleSessionCases);
