import { defineCases } from "caracal/testing";
import { guardrailCreated } from "./guardrail-created.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

export const guardrailCreatedCases = defineCases(guardrailCreated, {
  raises: {
    "a deployment": {
      records: toBedrock("CreateGuardrail", MAKERS.machine, { responseElements: { guardrailId: "gr7x2k" } }),
    },
    "a person": { records: toBedrock("CreateGuardrail", MAKERS.person) },
  },
  ignores: {
    "somebody who may not": toBedrock("CreateGuardrail", MAKERS.person, DENIED),
    "a version of one": toBedrock("CreateGuardrailVersion", MAKERS.person),
    "another service's action of that name": toIam("CreateGuardrail", MAKERS.person),
  },
});
