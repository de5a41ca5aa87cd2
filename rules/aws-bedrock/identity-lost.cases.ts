import { defineCases, invocation } from "caracal/testing";
import { callBy, DANA, OFFLOADED, ROOT, session } from "./call-by.cases.ts";
import { identityLost } from "./identity-lost.ts";

const NOBODY = invocation({ identity: null, requestId: "a-request" });

export const identityLostCases = defineCases(identityLost, {
  raises: {
    "a record without a caller after five days of callers": {
      records: (time) => time.every("1d", 6, callBy(DANA)).at("+5d", NOBODY),
      alert: {
        severity: "MEDIUM",
        title: "A Bedrock record of account 111122223333 does not say who called",
        dedup: "111122223333",
        createdAt: "+5d",
        context: { requestId: "a-request", kind: "unknown", region: "eu-central-1" },
        destinations: [],
      },
    },
    "in any second of a minute": {
      records: (time) => time.every("1d", 6, callBy(DANA)).at("+5d59s", NOBODY),
      alert: { createdAt: "+5d59s" },
    },
    "a redacted caller of a stream": {
      records: (time) =>
        time
          .every("1d", 6, callBy(session("task")))
          .at("+6d", callBy("<redacted>", { operation: "ConverseStream" })),
      alert: { severity: "MEDIUM" },
    },
    "once, until there was none for thirty days": {
      records: (time) =>
        time
          .every("1d", 6, callBy(DANA))
          .at("+6d", NOBODY)
          .expectAlert()
          .at("+35d", invocation({ identity: null }))
          .expectNothing()
          .at("+65d", invocation({ identity: null })),
      alert: { createdAt: "+65d" },
    },
    "callers where there were none, as something worth knowing": {
      records: (time) => time.every("1d", 6, invocation({ identity: null })).at("+6d", callBy(DANA)),
      alert: {
        severity: "INFO",
        title: "A Bedrock record of account 111122223333 says who called again",
      },
    },
  },
  ignores: {
    "callers where there were none, outside the first six seconds of a minute": (time) =>
      time.every("1d", 6, invocation({ identity: null })).at("+6d6s", callBy(DANA)),
    "one account's, where another account's callers are known": (time) =>
      time.every("1d", 6, callBy(DANA)).at("+6d", invocation({ identity: null, accountId: "444455556666" })),
    "a record without a caller before five days are over": (time) =>
      time.every("1d", 5, callBy(DANA)).at("+4d23h59m59s999ms", NOBODY),
    "an account whose log is redacted from the first day": (time) =>
      time.every("1d", 9, callBy("<redacted>", { operation: "InvokeModel", ...OFFLOADED })),
    "callers of each kind": (time) =>
      time.every("1d", 6, callBy(DANA)).at("+6d", callBy(ROOT), callBy(session("task"))),
  },
});
