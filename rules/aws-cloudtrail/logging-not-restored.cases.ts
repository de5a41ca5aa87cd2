import { defineCases } from "caracal/testing";
import { loggingNotRestored } from "./logging-not-restored.ts";
import { DENIED, MAKERS, toBedrock } from "./made-requests.cases.ts";

const deleted = toBedrock("DeleteModelInvocationLoggingConfiguration", MAKERS.machine);
const put = toBedrock("PutModelInvocationLoggingConfiguration", MAKERS.machine);
const elsewhere = toBedrock("PutModelInvocationLoggingConfiguration", MAKERS.machine, {
  awsRegion: "us-east-1",
});

export const loggingNotRestoredCases = defineCases(loggingNotRestored, {
  raises: {
    "a deployment deletes it, and nobody puts it back": {
      records: (time) => time.at("+0s", deleted).at("+10m").expectNothing().at("+11m"),
      alert: {
        severity: "HIGH",
        title: "Bedrock's invocation logging in eu-central-1 is gone",
        dedup: "111122223333 eu-central-1",
        createdAt: "+10m",
        context: {
          principal: "111122223333:role/deployment",
          region: "eu-central-1",
          since: "2026-03-02T09:00:00.000Z",
        },
      },
    },
    "put back a millisecond too late": {
      records: (time) => time.at("+0s", deleted).at("+10m0s1ms", put),
    },
    "put in another region": {
      records: (time) => time.at("+0s", deleted).at("+1m", elsewhere).at("+11m"),
    },
    "put in another account": {
      records: (time) =>
        time
          .at("+0s", deleted)
          .at("+1m", { ...put, recipientAccountId: "444455556666" })
          .at("+11m"),
    },
    "once a day": {
      records: (time) =>
        time
          .at("+0s", deleted)
          .at("+11m")
          .expectAlert()
          .at("+23h", deleted)
          .at("+23h11m")
          .expectUpdate()
          .at("+25h", deleted)
          .at("+25h11m"),
    },
  },
  ignores: {
    "a deployment replaces it": (time) => time.at("+0s", deleted).at("+10m", put).at("+1h"),
    "somebody who may not": (time) =>
      time.at("+0s", toBedrock("DeleteModelInvocationLoggingConfiguration", MAKERS.key, DENIED)).at("+1h"),
    "a configuration that is only put": (time) => time.at("+0s", put).at("+1h"),
  },
});
