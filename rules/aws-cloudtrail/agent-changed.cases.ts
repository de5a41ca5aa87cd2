import { defineCases } from "caracal/testing";
import { agentChanged } from "./agent-changed.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const ACTIONS = [
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
];

export const agentChangedCases = defineCases(agentChanged, {
  raises: {
    "a user with a key does everything": {
      records: ACTIONS.map((action) => toBedrock(action, MAKERS.key)),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana changed an agent or a knowledge base",
        dedup: "111122223333 111122223333:user/dana",
        eventCount: ACTIONS.length,
        context: { who: "key" },
        summary: {
          awsRegion: { "eu-central-1": ACTIONS.length },
          sourceIPAddress: { "192.0.2.10": ACTIONS.length },
        },
      },
    },
    "a person, which is INFO": {
      records: toBedrock("UpdateAgent", MAKERS.person),
      alert: { severity: "INFO", summary: { eventName: { UpdateAgent: 1 } } },
    },
    "a deployment, which is INFO": {
      records: toBedrock("UpdateKnowledgeBase", MAKERS.machine),
      alert: { severity: "INFO" },
    },
    "a user who may not": {
      records: toBedrock("DeleteKnowledgeBase", MAKERS.key, DENIED),
      alert: {
        severity: "LOW",
        title: "111122223333:user/dana tried in vain: changed an agent or a knowledge base",
        summary: { errorCode: { AccessDeniedException: 1 } },
      },
    },
  },
  ignores: {
    "an agent that is looked at": toBedrock("GetAgent", MAKERS.key),
    "another service's action of that name": toIam("UpdateAgent", MAKERS.key),
  },
});
