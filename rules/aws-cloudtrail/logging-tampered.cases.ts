import { defineCases } from "caracal/testing";
import { loggingTampered } from "./logging-tampered.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const DELETE = "DeleteModelInvocationLoggingConfiguration";

export const loggingTamperedCases = defineCases(loggingTampered, {
  raises: {
    "a user with a key deletes it": { records: toBedrock(DELETE, MAKERS.key) },
    "a person changes it": { records: toBedrock("PutModelInvocationLoggingConfiguration", MAKERS.person) },
  },
  ignores: {
    "a deployment": toBedrock(DELETE, MAKERS.machine),
    "somebody who may not": toBedrock(DELETE, MAKERS.key, DENIED),
    "somebody who looks at it": toBedrock("GetModelInvocationLoggingConfiguration", MAKERS.key),
    "another service's action of that name": toIam(DELETE, MAKERS.key),
  },
});
