import { defineCases, invocation } from "caracal/testing";
import { cacheAbuse } from "./cache-abuse.ts";
import { DANA, person, session } from "./call-by.cases.ts";
import { operation, type Sample } from "./used.cases.ts";

/** A call that writes to the prompt cache, and reads from it. */
const cached = (cacheWriteInputTokenCount: number, cacheReadInputTokenCount = 0, differs: Sample = {}) =>
  invocation({
    input: { inputTokenCount: 4, cacheReadInputTokenCount, cacheWriteInputTokenCount },
    ...differs,
  });

export const cacheAbuseCases = defineCases(cacheAbuse, {
  raises: {
    "three hundred thousand tokens in twelve calls": {
      records: (time) => time.every("1m", 12, (at) => cached(25_000, 4999, { operation: operation(at) })),
      alert: {
        severity: "MEDIUM",
        title: "300,000 tokens written to the prompt cache and not read by 111122223333:user/dana",
        dedup: "111122223333:user/dana",
        createdAt: "+11m",
        eventCount: 12,
        context: {
          principal: "111122223333:user/dana",
          kind: "user",
          written: 300_000,
          usual: 0,
          calls: 12,
          since: "2026-03-02T09:00:00.000Z",
          lastCall: { cacheWrite: 25_000, cacheRead: 4999 },
        },
        summary: {
          modelId: { "anthropic.claude-3-haiku-20240307-v1:0": 12 },
          operation: { Converse: 3, ConverseStream: 3, InvokeModel: 3, InvokeModelWithResponseStream: 3 },
        },
        destinations: [],
      },
    },
    "in eleven calls, quietly, within the hour by a millisecond": {
      records: (time) =>
        time.every("1m", 10, cached(29_000)).expectNothing().at("+59m59s999ms", cached(10_000)),
      alert: { severity: "INFO" },
    },
    "of the smallest pieces that a cache takes": {
      records: (time) => time.every("10s", 293, cached(1024, 0, { operation: "ConverseStream" })),
      alert: { context: { written: 300_032 } },
    },
    "more than four times what is usual": {
      records: (time) =>
        time
          .every("1d", 3, cached(80_000))
          .at("+3d")
          .every("1m", 4, cached(80_000))
          .expectNothing()
          .at("+3d5m", cached(1024)),
      alert: { context: { usual: 80_000 } },
    },
    "once in six hours": {
      records: (time) =>
        time
          .every("1m", 12, cached(25_000))
          .expectAlert()
          .at("+6h10m", cached(25_000))
          .expectUpdate()
          .at("+6h11m")
          .every("1m", 12, cached(25_000)),
    },
  },
  ignores: {
    "a token less": (time) => time.every("1m", 11, cached(25_000)).at("+20m", cached(24_999)),
    "a coding agent, which reads what it wrote": (time) =>
      time
        .every("1h", 3, cached(60_000, 0, { identity: { arn: person("kim") } }))
        .at("+3h")
        .every(
          "20s",
          150,
          cached(4000, 120_000, {
            identity: { arn: person("kim") },
            operation: "InvokeModelWithResponseStream",
          }),
        ),
    "calls that read a fifth of what they write": (time) => time.every("1m", 40, cached(25_000, 5000)),
    "an application whose calls come too seldom for its cache": (time) =>
      time.every("6m", 200, cached(20_000, 0, { identity: { arn: session("a") }, operation: "Converse" })),
    "prompts that are too short for a cache": (time) => time.every("5s", 600, cached(1023)),
    "calls that failed": (time) =>
      time.every(
        "1m",
        40,
        cached(25_000, 0, { identity: { arn: DANA }, errorCode: "ModelTimeoutException" }),
      ),
  },
});
