import type { AnyRule } from "caracal";
import { describe, expect, test } from "vitest";
import { call, calls, engine, type Invocation, rule, run } from "./history.ts";

test("a rule without alerts makes signals, which are counted", async () => {
  const running = engine([rule({ createAlert: false, threshold: 2 }), rule({ id: "Other" })]);
  for (const event of calls([
    [0, "a"],
    [1, "a"],
    [2, "a"],
  ]))
    running.push(event);
  expect(running.finish().map(({ ruleId }) => ruleId)).toEqual(["Other"]);
  expect(running.counts).toMatchObject({ matches: 6, signals: 3, alerts: 1 });
  expect(running.counts.rules["Test.Rule"]).toMatchObject({ events: 3, matches: 3, alerts: 0, errors: 0 });
});

test("a rule without alerts still tells of its errors", async () => {
  expect(await run(rule({ createAlert: false, detect: () => undefined }), [call(0, 0)])).toMatchObject([
    { type: "RULE_ERROR" },
  ]);
});

test("a disabled rule is not asked", async () => {
  const running = engine([rule({ enabled: false, detect: () => expect.unreachable() })]);
  running.push(call(0, 0));
  expect(running.finish()).toEqual([]);
  expect(running.counts.rules).toEqual({});
});

test("a rule sees the events of its log types, of one or of several", async () => {
  const DOOR = "Custom.Door";
  const door = { ...call(1, 1), p_log_type: DOOR } as unknown as Invocation;
  const running = engine([
    rule({ id: "Calls" }),
    rule({ id: "Doors", logTypes: [DOOR] }),
    rule({ id: "Both", logTypes: [DOOR, "AWS.BedrockModelInvocation"], threshold: 2 }),
  ]);
  for (const event of [call(0, 0), door]) running.push(event);
  const alerts = running.finish();
  expect(new Map(alerts.map(({ ruleId, eventCount }) => [ruleId, eventCount]))).toEqual(
    new Map([
      ["Calls", 1],
      ["Doors", 1],
      ["Both", 2],
    ]),
  );
  expect(Object.values(running.counts.rules).map(({ events }) => events)).toEqual([1, 1, 2]);
});

/** A rule with an exception that ends as a day begins. */
function until(expires: string, when: (event: Invocation) => unknown): AnyRule {
  return rule({ exceptions: [{ id: "e", reason: "r", owner: "o", expires, when }] });
}

function isA(event: Invocation): boolean {
  return event.accountId === "a";
}

describe("an exception", () => {
  const DAY = 86_400;
  test("leaves alone what it accepts", async () => {
    const alerts = await run(
      until("2026-03-03", isA),
      calls([
        [0, "a"],
        [1, "b"],
      ]),
    );
    expect(alerts.map(({ dedup, faults }) => [dedup, faults])).toEqual([["b", []]]);
  });

  test.each([
    ["the last ms before its day", 15 * 3_600 - 0.001, 0],
    ["the beginning of its day", 15 * 3_600, 1],
    ["a day later", 15 * 3_600 + DAY, 1],
  ])("at %s", async (_, at, alerts) => {
    // The history begins at 09:00, so the third begins 15 h in.
    expect(await run(until("2026-03-03", isA), calls([[at, "a"]]))).toHaveLength(alerts);
  });

  test.each<[string, (event: Invocation) => unknown, string]>([
    [
      "throws",
      () => {
        throw new Error("x");
      },
      "Error",
    ],
    ["gives no answer", () => undefined, "returned undefined"],
    ["gives a promise", async () => await Promise.reject(new Error("x")), "returned a promise"],
  ])("that %s does not apply, which is a fault", async (_, when, error) => {
    const alerts = await run(until("2026-03-03", when), [call(0, 0)]);
    expect(alerts).toMatchObject([{ type: "RULE", faults: [{ function: "exceptions.e", error }] }]);
  });

  test("is not asked once it has expired, nor about what detect did not accept", async () => {
    const exception = { id: "e", reason: "r", owner: "o", when: () => expect.unreachable() };
    const expired = rule({ exceptions: [{ ...exception, expires: "2026-03-02" }] });
    const idle = rule({ detect: () => false, exceptions: [{ ...exception, expires: "2030-01-01" }] });
    expect(await run(expired, [call(0, 0)])).toMatchObject([{ faults: [] }]);
    expect(await run(idle, [call(0, 0)])).toEqual([]);
  });

  test("is one of several", async () => {
    const exceptions = ["a", "b"].map((id) => {
      return {
        id,
        reason: "r",
        owner: "o",
        expires: "2030-01-01",
        when: (event: Invocation) => event.accountId === id,
      };
    });
    const alerts = await run(
      rule({ exceptions }),
      calls([
        [0, "a"],
        [1, "b"],
        [2, "c"],
      ]),
    );
    expect(alerts.map(({ dedup }) => dedup)).toEqual(["c"]);
  });
});

test("rules are timed with the stopwatch that is given: one event in sixteen stands for all", async () => {
  let ticks = 0;
  const running = engine([rule({ id: "A" }), rule({ id: "B" })], { stopwatch: () => ticks++ });
  for (let at = 0; at < 32; at++) running.push(call(at, at));
  running.finish();
  // Two were timed when they were asked about, and once all were counted.
  expect(Object.values(running.counts.rules).map(({ milliseconds }) => milliseconds)).toEqual([33, 33]);
});
