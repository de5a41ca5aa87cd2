import { defineCases } from "caracal/testing";
import { loggingRedirected } from "./logging-redirected.ts";
import { DENIED, MAKERS, toBedrock, toIam } from "./made-requests.cases.ts";

const PUT = "PutModelInvocationLoggingConfiguration";

const to = (bucketName: string) => ({ requestParameters: { loggingConfig: { s3Config: { bucketName } } } });
const usual = toBedrock(PUT, MAKERS.machine, to("claims-model-logs"));
const other = to("quiet-corner");

export const loggingRedirectedCases = defineCases(loggingRedirected, {
  raises: {
    "a user with a key": {
      records: (time) => time.at("+0s", usual).at("+1m", toBedrock(PUT, MAKERS.key, other)),
      alert: {
        severity: "HIGH",
        title: "111122223333:user/dana pointed Bedrock's invocation logging in eu-central-1 at another place",
        dedup: "111122223333 eu-central-1",
        context: { destination: "s3:quiet-corner", principal: "111122223333:user/dana" },
      },
    },
    "a person": {
      records: (time) => time.at("+0s", usual).at("+1d", toBedrock(PUT, MAKERS.person, other)),
      alert: { severity: "HIGH" },
    },
    "a role": {
      records: (time) => time.at("+0s", usual).at("+1d", toBedrock(PUT, MAKERS.machine, other)),
      alert: { severity: "MEDIUM" },
    },
    "a place that was left half a year ago": {
      records: (time) =>
        time
          .at("+0s", usual)
          .at("+1d", toBedrock(PUT, MAKERS.machine, other))
          .expectAlert()
          .at("+180d", usual),
      alert: { context: { destination: "s3:claims-model-logs" } },
    },
    "a long name, cut": {
      records: (time) => time.at("+0s", usual).at("+1d", toBedrock(PUT, MAKERS.key, to("b".repeat(300)))),
      alert: { context: { destination: `s3:${"b".repeat(197)}` } },
    },
  },
  ignores: {
    "the first configuration, and the same each week": (time) => time.every("7d", 5, usual),
    "the first of another region": (time) =>
      time.at("+0s", usual).at("+1d", toBedrock(PUT, MAKERS.machine, other, { awsRegion: "us-east-1" })),
    "the first of another account": (time) =>
      time
        .at("+0s", usual)
        .at("+1d", toBedrock(PUT, MAKERS.machine, other, { recipientAccountId: "444455556666" })),
    "a set-up that is corrected within a minute": (time) =>
      time.at("+0s", usual).at("+59s999ms", toBedrock(PUT, MAKERS.machine, other)),
    "a place that was left a little less than half a year ago": (time) =>
      time
        .at("+0s", usual)
        .at("+59s", toBedrock(PUT, MAKERS.machine, other))
        .at("+179d23h59m59s", usual),
    "somebody who may not": (time) => time.at("+0s", usual).at("+1d", toBedrock(PUT, MAKERS.key, DENIED)),
    "another service's action, and another action": (time) =>
      time.at("+0s", usual).at("+1d", toIam(PUT, MAKERS.key, other), toBedrock("GetIt", MAKERS.key, other)),
  },
});
