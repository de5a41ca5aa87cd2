import { defineRule, type EventOf } from "caracal";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { AnyCorrelation } from "../../../sdk/rule/correlation.ts";
import { defineCorrelation } from "../../../sdk/rule/define-correlation.ts";
import { step, without } from "../../../sdk/rule/step.ts";

type Invocation = EventOf<"AWS.BedrockModelInvocation">;
type Trail = EventOf<"AWS.CloudTrail">;

const call = defineRule({
  id: "Test.Call",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "LOW",
  detect: () => true,
});
const change = defineRule({
  id: "Test.Change",
  logTypes: ["AWS.CloudTrail"],
  severity: "LOW",
  detect: () => true,
});
const account = (event: Invocation): string => event.accountId;
const by = (): string => "";
const base = { id: "Test.Correlation", severity: "LOW", order: "sequence", within: "1h" } as const;
const one = { one: step(call, { by: account }) };

describe("a correlation that compiles", () => {
  test("types each step's functions by the events of its rule, and the steps by their contexts", () => {
    defineCorrelation({
      ...base,
      dedupPeriod: "2h",
      steps: {
        calls: step(call, {
          by: (event) => {
            expectTypeOf(event).toEqualTypeOf<Invocation>();
            return [event.accountId, event.modelId];
          },
          atLeast: 10,
          distinct: { of: (event) => event.modelId, atLeast: 3 },
          context: (event) => ({ model: event.modelId, at: [1] }),
        }),
        quiet: without(call, { by: (event) => event.accountId }),
        changed: step(change, { by: (event) => event.eventName ?? "", on: "alert" }),
      },
      title: (steps, key) => {
        expectTypeOf(steps.calls.context.model).toEqualTypeOf<string>();
        expectTypeOf(steps.calls.firstEventTime).toEqualTypeOf<Date>();
        expectTypeOf(key).toEqualTypeOf<string>();
        // @ts-expect-error an absent step has nothing to tell
        void steps.quiet;
        // @ts-expect-error no such step
        void steps.call;
        // @ts-expect-error this step has no context
        void steps.changed.context.model;
        return `${steps.calls.count} of ${steps.calls.distinct ?? 0}`;
      },
      alertContext: ({ calls }) => ({ model: calls.context.model, since: calls.firstEventTime }),
      severity: ({ calls }) => (calls.count > 100 ? "HIGH" : "DEFAULT"),
      defaultSeverity: "LOW",
    });
  });

  test("over a correlation sees an event of any of its steps that can be filled", () => {
    const both = defineCorrelation({
      ...base,
      order: "any",
      steps: { ...one, changed: step(change, { by: () => "" }) },
    });
    const alone = defineCorrelation({ ...base, steps: { ...one, gone: without(change, { by: () => "" }) } });
    step(both, {
      by: (event) => {
        expectTypeOf(event).toEqualTypeOf<Invocation | Trail>();
        return event.p_log_type;
      },
    });
    step(alone, {
      by: (event) => {
        expectTypeOf(event).toEqualTypeOf<Invocation>();
        return event.modelId;
      },
    });
  });

  test("is plain data, frozen down to its steps", () => {
    const frozen = defineCorrelation({ ...base, steps: { ...one } });
    expect(frozen).toEqual({ ...base, steps: { one: { rule: call, by: account } } });
    expect(Object.isFrozen(frozen.steps.one)).toBe(true);
  });
});

test("what does not compile", () => {
  // @ts-expect-error errorcode is errorCode
  step(call, { by: (event) => event.errorcode ?? "" });
  // @ts-expect-error matches have to share something
  step(call, { atLeast: 3 });
  // @ts-expect-error a key is text
  step(call, { by: () => 5 });
  // @ts-expect-error different values, but how many?
  step(call, { by: account, distinct: { of: account } });
  // @ts-expect-error an absence has no minimum
  without(call, { by: account, atLeast: 2 });
  // @ts-expect-error a context is JSON
  step(call, { by: account, context: () => ({ at: new Date(0) }) });
  // @ts-expect-error no rule
  step({ id: "Test.Call" }, { by: () => "" });
  const only = { gone: without(call, { by: account }) };
  // @ts-expect-error nothing that could raise an alert
  expect(() => defineCorrelation({ ...base, steps: only })).toThrow();
  // @ts-expect-error a severity function needs a default
  expect(() => defineCorrelation({ ...base, severity: () => "LOW", steps: one })).toThrow();
  // @ts-expect-error no such order
  expect(() => defineCorrelation({ ...base, order: "ordered", steps: one })).toThrow();
  // @ts-expect-error no window
  expect(() => defineCorrelation({ id: "x", severity: "LOW", order: "any", steps: one })).toThrow();
});

describe("what a correlation without types is told", () => {
  const gone = without(call, { by });
  const refused: [string, object, RegExp][] = [
    [
      "an id with a forbidden character",
      { id: "a<b" },
      /correlation a<b: RULE_INVALID id: expected text without/,
    ],
    ["no step", { steps: {} }, /steps: expected at least one step that is not absent/],
    ["only an absence", { steps: { gone } }, /at least one step that is not absent/],
    [
      "two absences in a row",
      { steps: { ...one, a: gone, b: gone } },
      /steps\.b: an absence cannot follow another/,
    ],
    [
      "an absence between two steps with a time of its own",
      { steps: { ...one, gone: without(call, { by, within: "5m" }), two: one.one } },
      /steps\.gone: an absence between two steps .* has no within/,
    ],
    ["a rule that is none", { steps: { one: { by, rule: { id: "x" } } } }, /steps\.one\.rule: expected what/],
    ["a rule that is a function", { steps: { one: { by, rule: by } } }, /steps\.one\.rule: expected what/],
    ["a step that is none", { steps: { one: call } }, /steps\.one: /],
    ["a name that would lose its place", { steps: { ...one, 1: one.one } }, /steps: expected steps by names/],
    [
      "a name that is no name of its own",
      { steps: { ...one, ["__proto__"]: one.one } },
      /steps: expected steps by names/,
    ],
    ["no match at all", { steps: { one: { ...one.one, atLeast: 0 } } }, /steps\.one\.atLeast: /],
    [
      "a key that is no function",
      { steps: { one: { ...one.one, by: "x" } } },
      /steps\.one\.by: expected a function/,
    ],
    ["a misspelt option", { steps: { one: { ...one.one, atleast: 3 } } }, /Unrecognized key: "atleast"/],
    ["a misspelt key", { wihtin: "1h" }, /Unrecognized key: "wihtin"/],
    ["a window that is no length of time", { within: "1 hour" }, /within: expected a length of time/],
    ["a severity function alone", { severity: () => "LOW" }, /defaultSeverity/],
    ["logTypes, which its rules have", { logTypes: ["A"] }, /Unrecognized key: "logTypes"/],
  ];
  test.each(refused)("%s", (_, changes, message) => {
    expect(() => defineCorrelation({ ...base, steps: one, ...changes })).toThrow(message);
  });

  test("all of it at once", () => {
    const wrong = { ...base, id: "a<b", within: "x", steps: { one: { rule: 1 } } };
    expect(() => defineCorrelation(wrong as never)).toThrow(
      /a<b.*\n.*within.*\n.*steps\.one\.rule.*\n.*steps\.one\.by/,
    );
    expect(() => defineCorrelation(undefined as never)).toThrow(/a correlation without an id/);
  });

  test("nothing when absences of a set follow each other", () => {
    const set = { ...base, order: "any", steps: { ...one, a: gone, b: gone } } as const;
    expect(defineCorrelation(set) satisfies AnyCorrelation).toBe(set);
  });
});

test("a step cannot wait for the alerts of what raises none", () => {
  const signals = defineRule({ ...call, id: "Test.Signals", createAlert: false });
  expect(() =>
    defineCorrelation({ ...base, steps: { one: step(signals, { by: account, on: "alert" }) } }),
  ).toThrow(
    'correlation Test.Correlation: RULE_INVALID steps.one.on: its rule has createAlert: false, so there are no alerts to wait for; use on: "match"',
  );
});
