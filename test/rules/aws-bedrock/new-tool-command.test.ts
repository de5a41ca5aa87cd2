import { testRule } from "caracal/testing";
import { newToolCommandCases } from "../../../rules/aws-bedrock/new-tool-command.cases.ts";
import { newToolCommand } from "../../../rules/aws-bedrock/new-tool-command.ts";

testRule(newToolCommand, newToolCommandCases);
