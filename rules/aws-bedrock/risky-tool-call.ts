import { defineRule } from "caracal";
import { principal, readings } from "caracal/bedrock";
import { weightOf } from "caracal/text";
import { runsCommands } from "./runs-commands.ts";
import { toldCalls } from "./told-calls.ts";

export const riskyToolCall = defineRule({
  id: "AWS.Bedrock.RiskyToolCall",
  displayName: "A model calls a tool with a harmful command",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "HIGH",
  reports: {
    "MITRE ATLAS": ["AML.T0053", "AML.T0072", "AML.T0086"],
    "MITRE ATT&CK": ["TA0002:T1059.004", "TA0006:T1552.005"],
  },
  description:
    "A model asks for a tool with a command that no work needs: a reverse shell, a script from nowhere straight into a shell, a wiped disk, credentials of the instance, a key planted for later, a miner. Only calls of tools are read, not prose; tools that write files are left alone. A security team's exercise is a known cause.",
  runbook:
    "1. See in the context which tools and commands it were, and read the call in the log's bucket. 2. Find out whether the agent ran it, and on which host: look at the tool's result in the next call. 3. Isolate the host, and replace what it could reach. 4. Find what gave the order: a user, a document, a repository.",
  reference: "https://atlas.mitre.org/techniques/AML.T0053",
  detect: (event) => runsCommands(event) && weightOf(readings(event).toolCalls.commands) === 3,
  dedup: (event) => principal(event).key,
  dedupPeriod: "1h",
  title: (event) => `A model calls a tool with a harmful command for ${principal(event).key}`,
  alertContext: toldCalls,
  summaryAttributes: ["modelId", "operation"],
});
