import { defineCases } from "caracal/testing";
import { callBy, DANA, person, session } from "./call-by.cases.ts";
import { tokenBurn } from "./token-burn.ts";
import { EMBED, operation, SONNET, used } from "./used.cases.ts";

const sonnet = (tokens: number) => used(tokens, { modelId: SONNET });

export const tokenBurnCases = defineCases(tokenBurn, {
  raises: {
    "three million tokens of a cheap model by a principal that was quiet": {
      records: (time) =>
        time
          .every("1d", 3, used(1000))
          .at("+2d1h")
          .every("1m", 30, (at) => used(100_000, { operation: operation(at) })),
      alert: {
        severity: "MEDIUM",
        title:
          "At least 200,000 Bedrock tokens within an hour by 111122223333:user/dana, far above its own past",
        dedup: "111122223333:user/dana",
        createdAt: "+2d1h1m",
        eventCount: 30,
        summary: {
          modelId: { "anthropic.claude-3-haiku-20240307-v1:0": 30 },
          operation: { Converse: 8, ConverseStream: 8, InvokeModel: 7, InvokeModelWithResponseStream: 7 },
          region: { "eu-central-1": 30 },
        },
        destinations: [],
      },
    },
    "a hundred and fifty thousand, as a signal, of a role": {
      records: (time) =>
        time
          .every("1d", 3, callBy(session("task")))
          .at("+2d3h", used(149_000, { identity: { arn: session("a") } }))
          .expectNothing()
          .at("+2d3h59m59s999ms", used(1000, { identity: { arn: session("b") }, operation: "InvokeModel" })),
      alert: {
        severity: "INFO",
        threshold: { measure: "baseline", value: 150_000 },
        context: {
          principal: "111122223333:role/claims-summary",
          kind: "role",
          tokens: 150_000,
          usual: 0,
          calls: 2,
          since: "2026-03-04T12:00:00.000Z",
          model: "anthropic.claude-3-haiku-20240307-v1:0",
        },
      },
    },
    "half of it where the model is dear": {
      records: (time) =>
        time
          .every("1d", 3, sonnet(1000))
          .at("+2d3h", sonnet(1_499_999))
          .expectAlert({ severity: "INFO" })
          .at("+2d5h", sonnet(1_500_000)),
      alert: { severity: "MEDIUM" },
    },
    "just below three million, quietly": {
      records: (time) => time.every("1d", 3, used(1000)).at("+2d3h", used(2_999_999)),
      alert: { severity: "INFO" },
    },
    "eight million, loudly": {
      records: (time) =>
        time
          .every("1d", 3, used(1000))
          .at("+2d3h", used(7_999_999))
          .expectAlert({ severity: "MEDIUM" })
          .at("+2d5h", used(8_000_000)),
      alert: { severity: "HIGH" },
    },
    "of a person eight times as many, told as they are": {
      records: (time) =>
        time
          .every("1d", 3, used(80_000, { identity: { arn: person("kim") } }))
          .at("+3d")
          .every("1m", 11, used(100_000, { identity: { arn: person("kim") } }))
          .expectNothing()
          .at("+3d20m", used(100_000, { identity: { arn: person("kim") } })),
      alert: {
        severity: "INFO",
        title:
          "At least 1,200,000 Bedrock tokens within an hour by 111122223333:role/AWSReservedSSO_Developers_0123456789abcdef/kim@example.org, far above its own past",
        context: { tokens: 1_200_000, usual: 80_000 },
      },
    },
    "three million of a person": {
      records: (time) =>
        time
          .every("1d", 3, used(1000, { identity: { arn: person("kim") } }))
          .at("+3d", used(3_000_000, { identity: { arn: person("kim") } })),
      alert: { severity: "MEDIUM" },
    },
    "more than five times what is usual": {
      records: (time) =>
        time.every("1d", 3, used(100_000)).at("+3d", used(500_000)).expectNothing().at("+3d1m", used(1)),
      alert: { context: { usual: 100_000, tokens: 500_001 } },
    },
    "after two days, to the millisecond": {
      records: (time) =>
        time.at("+0s", used(1)).at("+1d23h59m59s999ms", used(150_000)).expectNothing().at("+2d", used(1)),
    },
    "once an hour while it goes on": {
      records: (time) =>
        time
          .every("1d", 3, used(1000))
          .at("+2d3h", used(150_000))
          .expectAlert()
          .at("+2d3h59m", used(150_000))
          .expectUpdate({ eventCount: 2 })
          .at("+2d4h", used(150_000)),
      alert: { createdAt: "+2d4h" },
    },
  },
  ignores: {
    "a token less": (time) =>
      time.every("1d", 3, callBy(DANA)).at("+2d3h", used(148_999)).at("+2d3h30m30s", used(1000)),
    "many small calls, of which a tenth counts": (time) =>
      time.every("1d", 3, callBy(DANA)).at("+2d3h").every("2s", 1400, used(999)),
    "a batch at its own hour, a little larger each night": (time) =>
      Array.from({ length: 7 }, (_, day) => day).reduce(
        (going, day) =>
          going
            .at(`+${day}d${day % 2}h`)
            .every("1m", 20, used(50_000 + day * 5000, { operation: "InvokeModel" })),
        time,
      ),
    "a coding agent that reads from a large cache": (time) =>
      time
        .every("1d", 3, callBy(person("kim")))
        .at("+2d3h")
        .every(
          "5m",
          12,
          used(10, {
            identity: { arn: person("kim") },
            operation: "InvokeModelWithResponseStream",
            input: { inputTokenCount: 10, cacheReadInputTokenCount: 120_000 },
          }),
        ),
    "an index that is built anew": (time) =>
      time
        .every("1d", 3, used(10, { modelId: EMBED }))
        .at("+2d3h")
        .every("1m", 50, used(100_000, { modelId: EMBED })),
    "calls that failed": (time) =>
      time
        .every("1d", 3, callBy(DANA))
        .at("+2d3h")
        .every("1m", 50, used(900_000, { errorCode: "ModelTimeoutException" })),
  },
});
