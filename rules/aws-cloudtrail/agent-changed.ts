import { defineRule } from "caracal";
import { severityBy } from "caracal/cloudtrail";
import { byCaller, changeContext, did } from "./change.ts";
import { isBedrock } from "./is-bedrock.ts";

/** What an agent does, what it may call, and what it is told to know. */
const ACTIONS = new Set([
  "AssociateAgentCollaborator",
  "AssociateAgentKnowledgeBase",
  "CreateAgent",
  "CreateAgentActionGroup",
  "CreateDataSource",
  "DeleteAgent",
  "DeleteDataSource",
  "DeleteKnowledgeBase",
  "DeleteKnowledgeBaseDocuments",
  "DisassociateAgentKnowledgeBase",
  "IngestKnowledgeBaseDocuments",
  "UpdateAgent",
  "UpdateAgentActionGroup",
  "UpdateDataSource",
  "UpdateKnowledgeBase",
]);

export const agentChanged = defineRule({
  id: "AWS.CloudTrail.BedrockAgentChanged",
  displayName: "An agent or a knowledge base of Bedrock was changed",
  logTypes: ["AWS.CloudTrail"],
  severity: severityBy({ key: "MEDIUM", person: "INFO", machine: "INFO" }),
  defaultSeverity: "INFO",
  reports: { "MITRE ATLAS": ["AML.T0070"], "MITRE ATT&CK": ["TA0040:T1565.001"] },
  description:
    "Somebody changed what an agent does or knows, or tried to: its instructions, its tools, its knowledge base or where that comes from. People and deployments do so all day and are INFO; with a long-term key it is unusual, as it may plant instructions or false knowledge. Software with a key of its own that feeds a knowledge base is the usual false positive.",
  runbook:
    "1. See what was changed and compare with its source. 2. If nobody knows of it, put the agent and its knowledge back, see who used it meanwhile, and disable the key or revoke the sessions.",
  reference: "https://docs.aws.amazon.com/bedrock/latest/userguide/agents.html",
  detect: (event) => isBedrock(event) && ACTIONS.has(event.eventName),
  dedup: byCaller,
  title: (event) => did(event, "changed an agent or a knowledge base"),
  alertContext: changeContext,
  summaryAttributes: ["eventName", "awsRegion", "errorCode", "sourceIPAddress"],
});
