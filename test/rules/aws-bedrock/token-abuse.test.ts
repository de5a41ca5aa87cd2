import { tokenAbuse } from "caracal/packs/aws-bedrock";
import { replay } from "caracal/testing";
import { describe, expect, test } from "vitest";
import { every, invocation } from "./invocation.ts";

describe("raises an alert when a principal's tokens within an hour reach two million", () => {
  test("over all operations, in the envelope", async () => {
    const operations = ["Converse", "ConverseStream", "InvokeModel", "InvokeModelWithResponseStream"];
    const records = every(300, 10).map((time, at) => {
      const input = { inputTokenCount: 100_000, inputBodyS3Path: "s3://made-up/input.json.gz" };
      return invocation(time, {
        operation: operations[at % 4] ?? "",
        input,
        output: { outputTokenCount: 100_000 },
      });
    });
    expect((await replay(tokenAbuse, records)).alerts).toMatchObject([
      {
        severity: "HIGH",
        title: "2,000,000 Bedrock tokens within an hour by 111122223333:user/dana",
        threshold: { measure: "sum", value: 2_000_000, atLeast: 2_000_000, within: "1h" },
        eventCount: 10,
        context: { calls: 10, tokens: 2_000_000 },
      },
    ]);
  });

  test("when nearly all of it is the prompt cache", async () => {
    const records = every(60, 20).map((time) =>
      invocation(time, {
        input: { inputTokenCount: 3, cacheReadInputTokenCount: 90_000, cacheWriteInputTokenCount: 9_997 },
      }),
    );
    expect((await replay(tokenAbuse, records)).alerts).toMatchObject([{ threshold: { value: 2_001_000 } }]);
  });

  test.each<[string, string, unknown]>([
    [
      "Converse",
      "amazon.nova-pro-v1:0",
      { usage: { inputTokens: 150_000, outputTokens: 50_000, totalTokens: 200_000 } },
    ],
    [
      "InvokeModel",
      "anthropic.claude-3-opus-20240229-v1:0",
      { usage: { input_tokens: 150_000, output_tokens: 50_000 } },
    ],
    [
      "InvokeModel",
      "meta.llama3-70b-instruct-v1:0",
      { prompt_token_count: 150_000, generation_token_count: 50_000 },
    ],
    [
      "InvokeModelWithResponseStream",
      "anthropic.claude-3-sonnet-20240229-v1:0",
      [
        { type: "message_start", message: { usage: { input_tokens: 150_000, output_tokens: 1 } } },
        { type: "message_delta", usage: { output_tokens: 50_000 } },
        "[DONE]",
      ],
    ],
  ])("of %s by %s, where only the body counts them", async (operation, modelId, outputBodyJson) => {
    const records = every(60, 10).map((time) =>
      invocation(time, {
        operation,
        modelId,
        input: {},
        output: { outputBodyJson: outputBodyJson as never },
      }),
    );
    expect((await replay(tokenAbuse, records)).alerts).toMatchObject([{ threshold: { value: 2_000_000 } }]);
  });
});

describe("stays quiet", () => {
  test("one token below, and when two million take longer than an hour", async () => {
    const below = [invocation("2026-03-02T09:00:00Z", { input: { inputTokenCount: 1_999_999 }, output: {} })];
    expect((await replay(tokenAbuse, below)).alerts).toEqual([]);
    const slow = every(450, 9).map((time) =>
      invocation(time, { input: { inputTokenCount: 249_999 }, output: {} }),
    );
    expect((await replay(tokenAbuse, slow)).alerts).toEqual([]);
  });

  test("on calls that failed, and on records without any count", async () => {
    const failed = every(1, 30).map((time) =>
      invocation(time, { errorCode: "ThrottlingException", input: { inputTokenCount: 100_000 } }),
    );
    const bare = every(1, 30).map((time) => invocation(time, { input: null, output: null }));
    expect((await replay(tokenAbuse, [...failed, ...bare])).alerts).toEqual([]);
  });
});
