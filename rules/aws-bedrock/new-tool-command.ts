import { defineRule } from "caracal";
import { principal, readings } from "caracal/bedrock";
import { weightOf } from "caracal/text";
import { runsCommands } from "./runs-commands.ts";
import { toldCalls } from "./told-calls.ts";

export const newToolCommand = defineRule({
  id: "AWS.Bedrock.NewToolCommand",
  displayName: "A model calls a tool with a doubtful command that is new for its principal",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: (event) => (weightOf(readings(event).toolCalls.commands) >= 2 ? "MEDIUM" : "LOW"),
  defaultSeverity: "MEDIUM",
  reports: {
    "MITRE ATLAS": ["AML.T0053", "AML.T0098"],
    "MITRE ATT&CK": ["TA0002:T1059.004", "TA0003:T1098"],
  },
  description:
    "A model asks for a tool with a command that agents rarely need, and that this principal's have not used for a month: an access key made, a file of credentials read, a job planted, traces removed (MEDIUM); an installer piped into a shell, a user made (LOW). Agents that set up machines use some of them by right, and are told of once.",
  runbook:
    "1. See in the context which tools and commands it were, and read the call in the log's bucket. 2. Ask the agent's owner whether the task needed it. 3. If not, find what gave the order, and undo what was done.",
  detect: (event) => readings(event).toolCalls.commands.length > 0 && runsCommands(event),
  firstSeen: {
    key: (event) => [principal(event).key, ...readings(event).toolCalls.commands.map(({ name }) => name)],
    scope: (event) => event.accountId,
    learn: "1d",
    forget: "30d",
  },
  dedup: (event) => principal(event).key,
  dedupPeriod: "1d",
  title: (event) => `A model calls a tool with a doubtful command for ${principal(event).key}`,
  alertContext: toldCalls,
});
