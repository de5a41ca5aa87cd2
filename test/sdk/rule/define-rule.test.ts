import {
  type AnyRule,
  type AwsBedrockModelInvocation,
  type AwsCloudTrail,
  CaracalError,
  defineRule,
  type EventOf,
} from "caracal";
import { replay } from "caracal/testing";
import { describe, expect, expectTypeOf, test } from "vitest";

const rule = {
  id: "Test.Rule",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "LOW",
  detect: () => true,
} as const;

describe("a rule that compiles", () => {
  test("types every function's event by its log types", () => {
    defineRule({
      ...rule,
      detect: (event) => {
        expectTypeOf(event).toEqualTypeOf<EventOf<"AWS.BedrockModelInvocation">>();
        expectTypeOf(event.timestamp).toEqualTypeOf<Date>();
        expectTypeOf(event.input?.inputTokenCount).toEqualTypeOf<number | undefined>();
        return true;
      },
      dedup: (event) => event.accountId,
      title: (event, window) => `${event.modelId} ${window.value}`,
      threshold: { sum: (event) => event.input?.inputTokenCount ?? 0, atLeast: 5, within: "15m" },
      alertContext: (event, window) => ({
        arn: event.identity?.arn,
        from: window.firstEventTime,
        model: event.modelId,
      }),
      summaryAttributes: ["identity.arn", "modelId", "input.inputTokenCount"],
    });
    defineRule({
      ...rule,
      severity: (event) => (event.errorCode ? "HIGH" : "DEFAULT"),
      defaultSeverity: "LOW",
    });
    defineRule({ ...rule, firstSeen: { key: (event) => event.modelId, learn: "7d", forget: "90d" } });
  });

  test("over several log types sees any of their events, told apart by p_log_type", async () => {
    const gone = defineRule({
      ...rule,
      logTypes: ["AWS.BedrockModelInvocation", "AWS.CloudTrail"],
      detect: (event) => {
        expectTypeOf(event).toEqualTypeOf<AwsBedrockModelInvocation | AwsCloudTrail>();
        // @ts-expect-error only one of them has a model
        void event.modelId;
        if (event.p_log_type === "AWS.CloudTrail") return event.eventName === "DeleteGuardrail";
        expectTypeOf(event).toEqualTypeOf<AwsBedrockModelInvocation>();
        return event.modelId.includes("opus");
      },
      dedup: (event) => event.p_log_type,
      summaryAttributes: ["modelId", "userIdentity.arn"],
    });
    const { alerts } = await replay(gone, [
      {
        timestamp: "2026-03-02T09:00:00Z",
        accountId: "111122223333",
        requestId: "r-1",
        modelId: "anthropic.claude-opus-4-20250514-v1:0",
      },
      {
        eventVersion: "1.11",
        eventTime: "2026-03-02T09:00:01Z",
        eventSource: "bedrock.amazonaws.com",
        eventName: "DeleteGuardrail",
        awsRegion: "eu-west-1",
        eventID: "e-1",
        eventType: "AwsApiCall",
      },
    ]);
    expect(alerts.map(({ dedup }) => dedup)).toEqual(["AWS.BedrockModelInvocation", "AWS.CloudTrail"]);
  });

  test("is typed in a list of any rules too", () => {
    const rules: readonly AnyRule[] = [
      defineRule({ ...rule, threshold: { unique: (event) => event.modelId, atLeast: 3 } }),
      defineRule({ ...rule, firstSeen: { key: (event) => event.modelId, learn: "7d", forget: "90d" } }),
      defineRule({ ...rule, title: (event) => event.modelId }),
    ];
    expect(rules).toHaveLength(3);
  });

  test("keeps the type of its threshold", () => {
    const { threshold } = defineRule({ ...rule, threshold: { sum: () => 1, atLeast: 5, within: "1h" } });
    expectTypeOf(threshold.atLeast).toEqualTypeOf<number>();
    expect(threshold.atLeast).toBe(5);
  });

  test("is frozen, down to its lists", () => {
    const frozen = defineRule({ ...rule, tags: ["a"] });
    expect(Object.isFrozen(frozen)).toBe(true);
    expect(Object.isFrozen(frozen.tags)).toBe(true);
  });
});

test("what does not compile", () => {
  // A misspelt field, and the spelling that only a log platform with case-insensitive access forgives.
  // @ts-expect-error outputBodyJSON is outputBodyJson
  defineRule({ ...rule, detect: (event) => event.output?.outputBodyJSON !== undefined });
  // @ts-expect-error errorcode is errorCode
  defineRule({ ...rule, detect: (event) => event.errorcode === "x" });
  // @ts-expect-error inputTokenCount is below input
  defineRule({ ...rule, threshold: { sum: (event) => event.inputTokenCount, atLeast: 1 } });
  const share = { ratio: () => true, above: 0.5 };
  // @ts-expect-error a share of one kind, and a sum of the same
  expect(() => defineRule({ ...rule, threshold: { ...share, minimum: 5, sum: () => 1 } })).toThrow();
  // @ts-expect-error a share of how many?
  expect(() => defineRule({ ...rule, threshold: share })).toThrow();
  // @ts-expect-error a misspelt key of a threshold
  expect(() => defineRule({ ...rule, threshold: { count: 5, wihtin: "1h" } })).toThrow(/threshold/);
  const firstSeen = { key: () => "", learn: "7d", forget: "90d" } as const;
  // @ts-expect-error a misspelt key of firstSeen
  expect(() => defineRule({ ...rule, firstSeen: { ...firstSeen, scop: () => "" } })).toThrow(/scop/);
  // @ts-expect-error a path that the event does not have
  expect(() => defineRule({ ...rule, summaryAttributes: ["identity.ARN"] })).not.toThrow();
  // @ts-expect-error the event is read-only
  defineRule({ ...rule, detect: (event) => (event.modelId = "x") === "x" });
  // @ts-expect-error detect returns a boolean
  defineRule({ ...rule, detect: (event) => event.errorCode });
  // @ts-expect-error a log type without a schema
  defineRule({ ...rule, logTypes: ["AWS.Unknown"] });
});

describe("what a rule without types is told", () => {
  const refused: [string, object, RegExp][] = [
    ["an id with a forbidden character", { id: "a<b" }, /id: expected text without/],
    ["no log type", { logTypes: [] }, /logTypes/],
    ["a log type twice", { logTypes: ["A", "A"] }, /logTypes: the same log type is there twice/],
    ["tags that differ only in case", { tags: ["a", "A"] }, /tags: the same tag is there twice/],
    ["an unknown severity", { severity: "SEVERE" }, /severity: expected a fixed value or a function/],
    ["a severity function alone", { severity: () => "LOW" }, /defaultSeverity/],
    [
      "a title over the window without dedup",
      { title: (_: unknown, window: { value: number }) => `${window.value}` },
      /dedup/,
    ],
    ["two measures at once", { threshold: { sum: () => 1, unique: () => "", atLeast: 1 } }, /threshold/],
    ["an absence of a measure", { threshold: { absence: "1h", atLeast: 5 } }, /threshold/],
    [
      "a baseline of less than a day",
      { threshold: { baseline: () => 1, factor: 2, floor: 1, warmUp: "1d", history: "12h" } },
      /threshold/,
    ],
    [
      "a share that nothing can exceed",
      { threshold: { ratio: () => true, above: 1, minimum: 5 } },
      /threshold/,
    ],
    ["a threshold of zero", { threshold: 0 }, /threshold/],
    [
      "a threshold and firstSeen",
      { threshold: 2, firstSeen: { key: () => "", learn: "1d", forget: "1d" } },
      /not both/,
    ],
    [
      "a window that is no length of time",
      { dedupPeriod: "1 hour" },
      /dedupPeriod: expected a length of time/,
    ],
    ["a misspelt key", { treshold: 5 }, /Unrecognized key: "treshold"/],
    ["eleven destinations", { destinations: Array.from({ length: 11 }, String) }, /destinations/],
    [
      "an exception without a reason",
      { exceptions: [{ id: "x", owner: "y", expires: "2026-12-31", when: () => true }] },
      /reason/,
    ],
  ];
  test.each(refused)("%s", (_, wrong, message) => {
    const define = (): unknown => defineRule({ ...rule, ...wrong });
    expect(define).toThrow(CaracalError);
    expect(define).toThrow(message);
  });

  test("everything at once", () => {
    expect(() => defineRule({ ...rule, id: "%", tags: ["a", "a"], severity: "BAD" } as never)).toThrow(
      expect.objectContaining({ issues: [expect.anything(), expect.anything(), expect.anything()] }) as Error,
    );
  });
});

test("what groups must not depend on the window", () => {
  defineRule({ ...rule, title: (event) => event.modelId });
  defineRule({ ...rule, dedup: (event) => event.accountId, title: (_, window) => `${window.count}` });
  // @ts-expect-error a title that takes the window needs dedup
  expect(() => defineRule({ ...rule, title: (event, window) => `${event.modelId} ${window.count}` })).toThrow(
    /dedup/,
  );
});
