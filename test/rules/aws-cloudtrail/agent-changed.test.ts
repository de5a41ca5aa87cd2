import { testRule } from "caracal/testing";
import { agentChangedCases } from "../../../rules/aws-cloudtrail/agent-changed.cases.ts";
import { agentChanged } from "../../../rules/aws-cloudtrail/agent-changed.ts";

testRule(agentChanged, agentChangedCases);
