import { defineCases, invocation, type SampleOf } from "caracal/testing";
import { tokenAbuse } from "./token-abuse.ts";

/** A call that used so many tokens, all of them to read the prompt. */
const used = (inputTokenCount: number, differs: SampleOf<typeof tokenAbuse> = {}) =>
  invocation({ input: { inputTokenCount }, output: null, ...differs });

const million = used(1_000_000);

/** Ten calls of two hundred thousand tokens each, which only the answer's body counts. */
const tenCalls = (operation: string, modelId: string, outputBodyJson: OutputBody) => ({
  records: Array.from({ length: 10 }, () =>
    invocation({
      operation,
      modelId,
      input: { inputTokenCount: null },
      output: { outputTokenCount: null, outputBodyJson },
    }),
  ),
  alert: {
    eventCount: 10,
    threshold: { value: 2_000_000 },
    context: { lastCall: { operation, input: 150_000, output: 50_000 } },
  },
});

type OutputBody = NonNullable<NonNullable<SampleOf<typeof tokenAbuse>["output"]>["outputBodyJson"]>;

export const tokenAbuseCases = defineCases(tokenAbuse, {
  raises: {
    "two million tokens of all kinds and operations": {
      records: [
        used(500_000, { operation: "InvokeModel" }),
        invocation({
          timestamp: "2026-03-02T09:30:00Z",
          operation: "ConverseStream",
          modelId: "eu.amazon.nova-pro-v1:0",
          input: {
            inputTokenCount: 700_000,
            cacheReadInputTokenCount: 3_000_000,
            cacheWriteInputTokenCount: 300_000,
          },
          output: { outputTokenCount: 200_000 },
        }),
      ],
      alert: {
        severity: "LOW",
        title: "2,000,000 Bedrock tokens within an hour by 111122223333:user/dana",
        dedup: "111122223333:user/dana",
        createdAt: "+30m",
        eventCount: 2,
        threshold: { measure: "sum", value: 2_000_000, atLeast: 2_000_000, within: "1h" },
        context: {
          principal: "111122223333:user/dana",
          tokens: 2_000_000,
          calls: 2,
          since: "2026-03-02T09:00:00.000Z",
          lastCall: {
            input: 700_000,
            output: 200_000,
            cacheRead: 3_000_000,
            cacheWrite: 300_000,
            total: 4_200_000,
            model: "amazon.nova-pro-v1:0",
            operation: "ConverseStream",
          },
        },
        summary: {
          modelId: { "anthropic.claude-3-haiku-20240307-v1:0": 1, "eu.amazon.nova-pro-v1:0": 1 },
          operation: { ConverseStream: 1, InvokeModel: 1 },
          region: { "eu-central-1": 2 },
        },
        destinations: [],
      },
    },
    "the second million within the hour, by a millisecond": {
      records: (time) => time.at("+0s", million).expectNothing().at("+59m59s999ms", million),
      alert: { eventCount: 2, createdAt: "+59m59s999ms" },
    },
    "twenty million tokens, loudly": {
      records: used(20_000_000),
      alert: { severity: "HIGH" },
    },
    "one token less than twenty million, quietly": {
      records: used(19_999_999),
      alert: { severity: "LOW" },
    },
    "once an hour while it goes on": {
      records: (time) =>
        time
          .at("+0s", used(2_000_000))
          .expectAlert()
          .at("+59m", used(2_000_000))
          .expectUpdate({ eventCount: 2 })
          .at("+1h1m", used(2_000_000)),
      alert: { createdAt: "+1h1m", eventCount: 1 },
    },
    "Converse, where only the body counts": tenCalls("Converse", "amazon.nova-pro-v1:0", {
      usage: { inputTokens: 150_000, outputTokens: 50_000, totalTokens: 200_000 },
    }),
    "InvokeModel, where only the body counts": tenCalls("InvokeModel", "meta.llama3-70b-instruct-v1:0", {
      prompt_token_count: 150_000,
      generation_token_count: 50_000,
    }),
    "a stream, where only its chunks count": tenCalls(
      "InvokeModelWithResponseStream",
      "anthropic.claude-3-sonnet-20240229-v1:0",
      [
        { type: "message_start", message: { usage: { input_tokens: 150_000, output_tokens: 1 } } },
        { type: "message_delta", usage: { output_tokens: 50_000 } },
        "[DONE]",
      ],
    ),
  },
  ignores: {
    "two million tokens in calls of less than 2,000": (time) => time.every("1s", 1200, used(1999)),
    "a coding agent that reads eighteen million tokens from the cache": (time) =>
      time.every(
        "20s",
        150,
        used(6, {
          input: { inputTokenCount: 6, cacheReadInputTokenCount: 120_000 },
          operation: "ConverseStream",
        }),
      ),
    "an index that is built anew": (time) =>
      time.every(
        "1s",
        1000,
        used(100_000, { modelId: "amazon.titan-embed-text-v2:0", operation: "InvokeModel" }),
      ),
    "one token less than two million": used(1_999_999),
    "two million tokens, the second an hour after the first": (time) =>
      time.at("+0s", million).at("+1h", million),
    "two million tokens of two users": [
      used(1_000_000, { operation: "ConverseStream" }),
      used(1_000_000, { identity: { arn: "arn:aws:iam::111122223333:user/kim" } }),
    ],
    "calls that failed": (time) =>
      time.every("1s", 30, used(100_000, { errorCode: "ThrottlingException", operation: "InvokeModel" })),
    "calls whose tokens nobody counted": (time) =>
      time.every("1s", 30, invocation({ input: null, output: null })),
  },
});
