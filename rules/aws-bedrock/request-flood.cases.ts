import { defineCases } from "caracal/testing";
import { callBy, DANA, person, session } from "./call-by.cases.ts";
import { requestFlood } from "./request-flood.ts";
import { EMBED, OPUS, operation, SONNET } from "./used.cases.ts";

const embedding = callBy(DANA, { modelId: EMBED, operation: "InvokeModel" });
const MODELS = [OPUS, SONNET] as const;

export const requestFloodCases = defineCases(requestFlood, {
  raises: {
    "two hundred calls, of models by turns": {
      records: (time) =>
        time
          .every("1d", 3, callBy(DANA))
          .at("+2d2h")
          .every("5s", 200, (at) =>
            callBy(DANA, { modelId: MODELS[at % 2] ?? "", operation: operation(at) }),
          ),
      alert: {
        severity: "MEDIUM",
        title: "At least 40 Bedrock calls within an hour by 111122223333:user/dana, far above its own past",
        dedup: "111122223333:user/dana",
        createdAt: "+2d2h3m15s",
        eventCount: 200,
        threshold: { measure: "baseline", value: 40 },
        context: {
          principal: "111122223333:user/dana",
          kind: "user",
          calls: 40,
          usual: 0,
          since: "2026-03-04T11:00:00.000Z",
          model: "anthropic.claude-3-5-sonnet-20241022-v2:0",
        },
        summary: {
          modelId: { [OPUS]: 100, [SONNET]: 100 },
          operation: {
            Converse: 50,
            ConverseStream: 50,
            InvokeModel: 50,
            InvokeModelWithResponseStream: 50,
          },
          region: { "eu-central-1": 200 },
        },
        destinations: [],
      },
    },
    "forty, as a signal, within the hour by a millisecond": {
      records: (time) =>
        time
          .every("1d", 3, callBy(session("a")))
          .at("+2d2h", callBy(session("b")))
          .every("20s", 38, callBy(session("c"), { operation: "InvokeModel" }))
          .expectNothing()
          .at("+2d2h59m59s999ms", callBy(session("d"))),
      alert: { severity: "INFO", eventCount: 40 },
    },
    "one less than two hundred, quietly": {
      records: (time) => time.every("1d", 3, callBy(DANA)).at("+2d2h").every("5s", 199, callBy(DANA)),
      alert: { severity: "INFO" },
    },
    "one less than three thousand": {
      records: (time) => time.every("1d", 3, callBy(DANA)).at("+2d2h").every("1s", 2999, callBy(DANA)),
      alert: { severity: "MEDIUM" },
    },
    "three thousand, loudly": {
      records: (time) => time.every("1d", 3, callBy(DANA)).at("+2d2h").every("1s", 3000, callBy(DANA)),
      alert: { severity: "HIGH" },
    },
    "more than five times what is usual": {
      records: (time) =>
        Array.from({ length: 3 }, (_, day) => day)
          .reduce((going, day) => going.at(`+${day}d`).every("1m", 30, callBy(DANA)), time)
          .at("+3d")
          .every("10s", 150, callBy(DANA))
          .expectNothing()
          .at("+3d40m", callBy(DANA)),
      alert: { context: { usual: 30, calls: 151 } },
    },
    "after two days, to the millisecond": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+1d23h30m")
          .every("10s", 150, callBy(DANA))
          .expectNothing()
          .at("+2d", callBy(DANA)),
    },
    "once in six hours while it goes on": {
      records: (time) =>
        time
          .every("1d", 3, callBy(DANA))
          .at("+2d2h")
          .every("20s", 40, callBy(DANA))
          .expectAlert({ createdAt: "+2d2h13m" })
          .at("+2d8h12m59s", callBy(DANA))
          .expectUpdate()
          .at("+2d8h13m")
          .every("20s", 40, callBy(DANA)),
    },
    "of a person four times as many, and what is usual told in calls": {
      records: (time) =>
        [0, 1, 2]
          .reduce((going, day) => going.at(`+${day}d`).every("1m", 40, callBy(person("kim"))), time)
          .at("+3d")
          .every("10s", 200, callBy(person("kim")))
          .expectNothing()
          .at("+3d40m", callBy(person("kim"))),
      alert: { severity: "MEDIUM", threshold: { value: 50.25 }, context: { calls: 201, usual: 40 } },
    },
    "calls that fail": {
      records: (time) =>
        time
          .every("1d", 3, callBy(DANA))
          .at("+2d2h")
          .every("1s", 40, (at) =>
            callBy(DANA, { errorCode: at % 2 ? "ThrottlingException" : "AccessDeniedException" }),
          ),
      alert: { severity: "INFO" },
    },
    "less than five thousand texts to embed": {
      records: (time) => time.every("1d", 3, callBy(DANA)).at("+2d2h").every("500ms", 4999, embedding),
      alert: { severity: "INFO" },
    },
    "five thousand texts to embed": {
      records: (time) => time.every("1d", 3, callBy(DANA)).at("+2d2h").every("500ms", 5000, embedding),
      alert: { severity: "MEDIUM" },
    },
  },
  ignores: {
    "thirty-nine calls": (time) =>
      time.every("1d", 3, callBy(DANA)).at("+2d2h").every("20s", 39, callBy(DANA)),
    "a hundred and fifty-nine of a person, or texts to embed": (time) =>
      time
        .every("1d", 3, callBy(person("kim")))
        .every("1d", 3, embedding)
        .at("+6d")
        .every("20s", 159, callBy(person("kim")))
        .every("20s", 159, embedding),
    "an application that has as much to do each day": (time) =>
      Array.from({ length: 5 }, (_, day) => day).reduce(
        (going, day) =>
          going
            .at(`+${day}d`)
            .every("10s", 200 + 40 * day, callBy(session("task"), { operation: "InvokeModel" })),
        time,
      ),
    "a person who is new": (time) => time.every("10s", 350, callBy(person("kim"))),
    "retries in an outage": (time) =>
      time
        .every("1d", 3, callBy(DANA))
        .at("+2d2h")
        .every("1s", 900, callBy(DANA, { errorCode: "ServiceUnavailableException" })),
  },
});
