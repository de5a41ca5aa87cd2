import { defineCases, invocation } from "caracal/testing";
import { callBy, DANA, session } from "./call-by.cases.ts";
import { outputAtLimit } from "./output-at-limit.ts";
import { operation, type Sample } from "./used.cases.ts";

/** An answer of so many tokens that stopped for a reason. */
const stopped = (outputTokenCount: number, stopReason: string, differs: Sample = {}) =>
  invocation({ output: { outputTokenCount, outputBodyJson: { stopReason } }, ...differs });

const cut = stopped(4000, "max_tokens");

/** An answer without its body, of so many tokens. */
const bare = (outputTokenCount: number) =>
  invocation({ output: { outputTokenCount }, operation: "InvokeModel" });

export const outputAtLimitCases = defineCases(outputAtLimit, {
  raises: {
    "twenty long answers that were cut off": {
      records: (time) =>
        time.every("1m", 20, (at) =>
          stopped(1000, "max_tokens", { operation: at % 2 === 0 ? "Converse" : "ConverseStream" }),
        ),
      alert: {
        severity: "MEDIUM",
        title: "20 long answers cut off at the limit within an hour for 111122223333:user/dana",
        dedup: "111122223333:user/dana",
        createdAt: "+19m",
        eventCount: 20,
        context: {
          principal: "111122223333:user/dana",
          kind: "user",
          answers: 20,
          usual: 0,
          since: "2026-03-02T09:00:00.000Z",
          lastAnswer: 1000,
          model: "anthropic.claude-3-haiku-20240307-v1:0",
        },
        summary: {
          modelId: { "anthropic.claude-3-haiku-20240307-v1:0": 20 },
          operation: { Converse: 10, ConverseStream: 10 },
        },
        destinations: [],
      },
    },
    "the twentieth within the hour, by a millisecond": {
      records: (time) => time.every("1m", 19, cut).expectNothing().at("+59m59s999ms", cut),
    },
    "without bodies, all as long as models answer": {
      records: (time) =>
        time.every("1m", 26, (at) =>
          bare(
            [2000, 2048, 4000, 4096, 5000, 5120, 8000, 8192, 10_000, 16_000, 16_384, 20_000, 32_000][
              at % 13
            ] ?? 0,
          ),
        ),
      alert: { eventCount: 26 },
    },
    "without bodies, as long as the largest models answer": {
      records: (time) =>
        time.every("1m", 20, (at) => bare([32_768, 64_000, 65_536, 100_000, 128_000][at % 5] ?? 0)),
      alert: { eventCount: 20 },
    },
    "a request's own limit, where the answer's body is gone": {
      records: (time) =>
        time.every(
          "1m",
          20,
          invocation({
            input: { inputBodyJson: { inferenceConfig: { maxTokens: 1777 } } },
            output: { outputTokenCount: 1777 },
          }),
        ),
    },
    "native streams": {
      records: (time) =>
        time.every(
          "1m",
          20,
          invocation({
            operation: "InvokeModelWithResponseStream",
            output: {
              outputTokenCount: 3000,
              outputBodyJson: [{ type: "message_delta", delta: { stop_reason: "max_tokens" } }],
            },
          }),
        ),
    },
    "more than four times what is usual": {
      records: (time) =>
        Array.from({ length: 3 }, (_, day) => day)
          .reduce((going, day) => going.at(`+${day}d`).every("5m", 6, cut), time)
          .at("+3d")
          .every("1m", 24, cut)
          .expectNothing()
          .at("+3d30m", cut),
      alert: { context: { usual: 6, answers: 25 } },
    },
    "once in six hours": {
      records: (time) =>
        time
          .every("1m", 20, cut)
          .expectAlert()
          .at("+6h18m", cut)
          .expectUpdate()
          .at("+6h19m")
          .every("1m", 20, cut),
    },
  },
  ignores: {
    nineteen: (time) => time.every("1m", 19, cut),
    "a summarizer with a small limit": (time) =>
      time.every("10s", 300, (at) =>
        stopped(999, "max_tokens", { identity: { arn: session("a") }, operation: operation(at) }),
      ),
    "long answers that are complete": (time) => time.every("1m", 50, stopped(4096, "end_turn")),
    "long answers of any length, without bodies": (time) => time.every("1m", 50, (at) => bare(2049 + at)),
    "a writer of reports whose limit is always too small": (time) =>
      Array.from({ length: 4 }, (_, day) => day).reduce(
        (going, day) =>
          going
            .at(`+${day}d`)
            .every(
              "1m",
              day === 0 ? 15 : 30,
              stopped(4096, "max_tokens", { identity: { arn: session("a") }, operation: "InvokeModel" }),
            ),
        time,
      ),
    "calls that failed": (time) =>
      time.every(
        "1m",
        50,
        callBy(DANA, { output: { outputTokenCount: 4096 }, errorCode: "ModelStreamErrorException" }),
      ),
  },
});
