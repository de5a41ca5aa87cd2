import { defineCases } from "caracal/testing";
import { loggingConfigured } from "./logging-configured.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const PUT = "PutModelInvocationLoggingConfiguration";

export const loggingConfiguredCases = defineCases(loggingConfigured, {
  raises: {
    "a deployment": { records: toBedrock(PUT, MAKERS.machine) },
    "a person": { records: toBedrock(PUT, MAKERS.person) },
  },
  ignores: {
    "somebody who may not": toBedrock(PUT, MAKERS.person, DENIED),
    "a configuration that is looked at": toBedrock("GetModelInvocationLoggingConfiguration"),
    "another service's action of that name": toIam(PUT),
  },
});
