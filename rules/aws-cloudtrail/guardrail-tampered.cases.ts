import { defineCases } from "caracal/testing";
import { guardrailTampered } from "./guardrail-tampered.ts";
import { STRONG, WEAK } from "./guardrail-updates.cases.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const which = { requestParameters: { guardrailIdentifier: "gr7x2k" } };

const updates = (all: Readonly<Record<string, object>>, who: object) =>
  Object.entries(all).map(([name, asked]) => [name, toBedrock("UpdateGuardrail", who, asked)] as const);

export const guardrailTamperedCases = defineCases(guardrailTampered, {
  raises: {
    "a deployment deletes one": { records: toBedrock("DeleteGuardrail", MAKERS.machine, which) },
    "a person takes all its policies away": { records: toBedrock("UpdateGuardrail", MAKERS.person, which) },
    ...Object.fromEntries(updates(WEAK, MAKERS.machine).map(([name, records]) => [name, { records }])),
  },
  ignores: {
    "one version": toBedrock("DeleteGuardrail", MAKERS.key, {
      requestParameters: { guardrailIdentifier: "gr7x2k", guardrailVersion: "1" },
    }),
    ...Object.fromEntries(updates(STRONG, MAKERS.key)),
    "a guardrail that is created": toBedrock("CreateGuardrail", MAKERS.key, which),
    "somebody who may not": toBedrock("DeleteGuardrail", MAKERS.key, DENIED),
    "an update of which nothing is told": toBedrock("UpdateGuardrail", MAKERS.key, {
      requestParameters: null,
    }),
    "another service's action of that name": toIam("DeleteGuardrail", MAKERS.key, which),
  },
});
