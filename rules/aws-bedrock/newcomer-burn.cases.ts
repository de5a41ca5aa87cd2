import { defineCases } from "caracal/testing";
import { callBy, DANA, KEY, OFFLOADED, person, session } from "./call-by.cases.ts";
import { newcomerBurn } from "./newcomer-burn.ts";
import { operation, used } from "./used.cases.ts";

export const newcomerBurnCases = defineCases(newcomerBurn, {
  raises: {
    "a new key that uses two million tokens": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d")
          .every("1m", 20, (at) => used(100_000, { identity: { arn: KEY }, operation: operation(at) })),
      alert: {
        severity: "HIGH",
        title:
          "111122223333:user/BedrockAPIKey-1a2b is new and used two million Bedrock tokens within an hour",
        dedup: "111122223333:user/BedrockAPIKey-1a2b",
        createdAt: "+6d19m",
        context: {
          principal: "111122223333:user/BedrockAPIKey-1a2b",
          account: "111122223333",
          kind: "user",
          at: "2026-03-08T09:19:00.000Z",
        },
        destinations: [],
      },
    },
    "a role's, within a day of its first call by a millisecond": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d", callBy(session("a")))
          .at(
            "+6d23h59m59s999ms",
            used(2_000_000, { identity: { arn: session("b") }, operation: "InvokeModel" }),
          ),
    },
    "once a day": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d", callBy(KEY), used(2_000_000, { identity: { arn: KEY } }))
          .expectAlert()
          .at("+40d", callBy(DANA), callBy(KEY), used(2_000_000, { identity: { arn: KEY } })),
    },
  },
  ignores: {
    "a token less": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+6d", callBy(KEY))
        .at("+6d1h", used(1_999_999, { identity: { arn: KEY } })),
    "a day after the first call": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+6d", callBy(KEY))
        .at("+7d", used(2_000_000, { identity: { arn: KEY } })),
    "a new colleague's first day with a coding agent": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+6d", callBy(person("kim")))
        .every(
          "20s",
          150,
          used(6, {
            identity: { arn: person("kim") },
            operation: "InvokeModelWithResponseStream",
            input: { inputTokenCount: 6, cacheReadInputTokenCount: 120_000 },
          }),
        ),
    "a principal that is known": (time) =>
      time.at("+0s", callBy(DANA)).at(
        "+6d",
        callBy(DANA, {
          operation: "InvokeModel",
          input: { ...OFFLOADED.input, inputTokenCount: 3_000_000 },
          output: OFFLOADED.output,
        }),
      ),
  },
});
