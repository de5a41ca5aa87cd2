import { defineCases } from "caracal/testing";
import { person, session } from "./call-by.cases.ts";
import { oversizedCalls } from "./oversized-calls.ts";
import { operation, used } from "./used.cases.ts";

const large = (at = 0) => used(80_000, { operation: operation(at) });

export const oversizedCallsCases = defineCases(oversizedCalls, {
  raises: {
    "eight within an hour, by a millisecond": {
      records: (time) =>
        time
          .every("1d", 3, large)
          .at("+2d2h")
          .every("5m", 7, large)
          .expectNothing()
          .at("+2d2h59m59s999ms", used(79_999, { output: { outputTokenCount: 1 } })),
      alert: {
        severity: "MEDIUM",
        title: "8 oversized Bedrock calls within an hour by 111122223333:user/dana",
        dedup: "111122223333:user/dana",
        createdAt: "+2d2h59m59s999ms",
        eventCount: 8,
        context: {
          principal: "111122223333:user/dana",
          kind: "user",
          calls: 8,
          usual: 0,
          since: "2026-03-04T11:00:00.000Z",
          lastCall: {
            input: 79_999,
            output: 1,
            total: 80_000,
          },
        },
        summary: {
          modelId: { "anthropic.claude-3-haiku-20240307-v1:0": 8 },
          operation: { Converse: 3, ConverseStream: 2, InvokeModel: 2, InvokeModelWithResponseStream: 1 },
        },
        destinations: [],
      },
    },
    "more than four times what is usual": {
      records: (time) =>
        Array.from({ length: 3 }, (_, day) => day)
          .reduce((going, day) => going.at(`+${day}d`).every("10m", 3, large), time)
          .at("+3d")
          .every("2m", 12, large)
          .expectNothing()
          .at("+3d40m", large()),
      alert: { context: { usual: 3, calls: 13 } },
    },
    "after two days, to the millisecond": {
      records: (time) =>
        time.at("+0s", large()).at("+1d23h30m").every("1m", 9, large).expectNothing().at("+2d", large()),
    },
    "once in six hours": {
      records: (time) =>
        time
          .every("1d", 3, large)
          .at("+2d2h")
          .every("1m", 8, large)
          .expectAlert()
          .at("+2d8h6m59s", large())
          .expectUpdate()
          .at("+2d8h7m")
          .every("1m", 8, large),
    },
  },
  ignores: {
    seven: (time) => time.every("1d", 3, large).at("+2d2h").every("5m", 7, large),
    "calls that are a token too small": (time) =>
      time
        .every("1d", 3, large)
        .at("+2d2h")
        .every("1m", 20, used(79_999, { operation: "ConverseStream" })),
    "a job that reads long documents each night": (time) =>
      Array.from({ length: 5 }, (_, day) => day).reduce(
        (going, day) =>
          going.at(`+${day}d`).every("1m", 20, used(120_000, { identity: { arn: session(`night-${day}`) } })),
        time,
      ),
    "a coding agent with a large cache": (time) =>
      time
        .every("1d", 3, used(80_000, { identity: { arn: person("kim") } }))
        .at("+2d2h")
        .every(
          "1m",
          50,
          used(6, {
            identity: { arn: person("kim") },
            operation: "InvokeModelWithResponseStream",
            input: { inputTokenCount: 6, cacheReadInputTokenCount: 129_709 },
          }),
        ),
    "calls that failed": (time) =>
      time
        .every("1d", 3, large)
        .at("+2d2h")
        .every("1m", 20, used(90_000, { errorCode: "ModelTimeoutException" })),
  },
});
