import { defineCases, invocation } from "caracal/testing";
import { callBy, DANA, FEDERATED, OFFLOADED, person, session } from "./call-by.cases.ts";
import { offHoursBurst } from "./off-hours-burst.ts";

const OPERATIONS = ["Converse", "InvokeModelWithResponseStream"] as const;

export const offHoursBurstCases = defineCases(offHoursBurst, {
  raises: {
    "forty calls of a long-term key, at night": {
      records: (time) =>
        time
          .every("1d", 6, callBy(DANA))
          .at("+5d18h")
          .every("1m", 40, (at) => callBy(DANA, { operation: OPERATIONS[at % 2] ?? "" })),
      alert: {
        severity: "MEDIUM",
        title: "40 Bedrock calls at an unusual hour by 111122223333:user/dana",
        dedup: "111122223333:user/dana",
        createdAt: "+5d18h39m",
        eventCount: 40,
        threshold: { measure: "baseline" },
        context: { principal: "111122223333:user/dana", kind: "user", calls: 40, usual: 0 },
        summary: {
          modelId: { "anthropic.claude-3-haiku-20240307-v1:0": 40 },
          operation: { Converse: 20, InvokeModelWithResponseStream: 20 },
          region: { "eu-central-1": 40 },
        },
        destinations: [],
      },
    },
    "the fortieth within the hour, by a millisecond": {
      records: (time) =>
        time
          .every("1d", 6, callBy(FEDERATED))
          .at("+5d18h", callBy(FEDERATED))
          .every("1s", 38, callBy(FEDERATED))
          .expectNothing()
          .at("+5d18h59m59s999ms", callBy(FEDERATED)),
      alert: { severity: "MEDIUM" },
    },
    "a person's": {
      records: (time) =>
        time
          .every("1d", 6, callBy(person("kim")))
          .at("+5d18h")
          .every("1m", 40, callBy(person("kim"))),
      alert: { severity: "MEDIUM", eventCount: 40 },
    },
    "more than twenty times what is usual": {
      records: (time) =>
        Array.from({ length: 6 }, (_, day) => day)
          .reduce((going, day) => going.at(`+${day}d9h`, callBy(DANA), callBy(DANA)), time)
          .at("+6d9h")
          .every("1s", 40, callBy(DANA))
          .expectNothing()
          .at("+6d9h1m", callBy(DANA)),
      alert: { severity: "MEDIUM", context: { calls: 41, usual: 2 } },
    },
    "after five days, to the millisecond": {
      records: (time) => time.at("+0s", callBy(DANA)).at("+5d", callBy(DANA)).every("1m", 40, callBy(DANA)),
      alert: { createdAt: "+5d39m" },
    },
    "once in six hours": {
      records: (time) =>
        time
          .every("1d", 6, callBy(DANA))
          .at("+5d14h")
          .every("1m", 60, callBy(DANA))
          .expectAlert({ createdAt: "+5d14h39m" })
          .at("+5d20h")
          .every("1m", 38, callBy(DANA))
          .expectUpdate()
          .at("+5d20h39m")
          .every("1m", 40, callBy(DANA)),
      alert: { createdAt: "+5d21h18m" },
    },
  },
  ignores: {
    "thirty-nine calls": (time) =>
      time.every("1d", 6, callBy(DANA)).at("+5d18h").every("1m", 39, callBy(DANA)),
    "forty calls, the last an hour after the first": (time) =>
      time
        .every("1d", 6, callBy(DANA))
        .at("+5d18h")
        .every("1s", 39, callBy(DANA, { operation: "InvokeModel" }))
        .at("+5d19h", callBy(DANA)),
    "a principal that is not known for five days": (time) =>
      time
        .every("1d", 5, callBy(DANA))
        .at("+4d18h")
        .every("1m", 59, callBy(DANA, { operation: "InvokeModel", ...OFFLOADED })),
    "a role's, which RequestFlood counts": (time) =>
      time
        .every("1d", 6, callBy(session("task")))
        .at("+5d18h")
        .every("1m", 59, callBy(session("task"))),
    "a key's batch at its own hour of the night": (time) =>
      Array.from({ length: 7 }, (_, day) => day).reduce(
        (going, day) => going.at(`+${day}d15h`).every("1m", 45, callBy(DANA)),
        time,
      ),
    "records without a caller": (time) =>
      time
        .every("1d", 6, invocation({ identity: null }))
        .at("+5d18h")
        .every("1m", 59, invocation({ identity: null })),
  },
});
