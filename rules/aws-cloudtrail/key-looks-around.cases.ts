import { defineCases } from "caracal/testing";
import { keyLooksAround } from "./key-looks-around.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

export const keyLooksAroundCases = defineCases(keyLooksAround, {
  raises: {
    "a user with a key": { records: toBedrock("ListFoundationModels", MAKERS.key) },
    "a Bedrock API key that may not": {
      records: toBedrock("GetModelInvocationLoggingConfiguration", MAKERS.bearer, DENIED),
    },
  },
  ignores: {
    "a role": toBedrock("ListFoundationModels", MAKERS.machine),
    "a person": toBedrock("ListFoundationModels", MAKERS.person),
    "a change": toBedrock("DeleteGuardrail", MAKERS.key),
    "another service's action of that name": toIam("ListFoundationModels", MAKERS.key),
  },
});
