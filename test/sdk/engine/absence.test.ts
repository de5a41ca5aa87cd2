import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { call, calls, engine, type Invocation, rule, run, type Step, seconds } from "./history.ts";

const A = "a";
const B = "b";

const silent = rule({ threshold: { absence: "10s" }, dedupPeriod: "1m" });

/** Alerts as `group: created at, last event, events`. */
async function alerts(steps: readonly Step[], changed = silent): Promise<string[]> {
  return (await run(changed, calls(steps))).map(
    ({ dedup, createdAt, lastEventTime, eventCount }) =>
      `${dedup}: ${seconds(createdAt)}s, ${seconds(lastEventTime)}s, ${eventCount}`,
  );
}

function minutes(steps: readonly Step[]): Step[] {
  return steps.map(([at, group]) => [at * 60, group]);
}

function told(event: Invocation, { value, count }: { value: number; count: number }): string {
  return `${event.modelId} ${value} ${count}`;
}

describe("no match for 10 s", () => {
  test.each<[string, Step[], string[]]>([
    [
      "is told as soon as the log has gone on beyond it",
      [
        [0, A],
        [10.001, B],
      ],
      ["a: 10s, 0s, 1"],
    ],
    [
      "is not told before: a match after exactly 10 s is in time",
      [
        [0, A],
        [10, A],
        [20, B],
      ],
      [],
    ],
    [
      "is told of a match that comes one ms too late",
      [
        [0, A],
        [10.001, A],
      ],
      ["a: 10s, 0s, 1"],
    ],
    [
      "counts from the last match",
      [
        [0, A],
        [9, A],
        [18, A],
        [28, B],
      ],
      [],
    ],
    [
      "is not told at the end of the log",
      [
        [0, A],
        [5, B],
      ],
      [],
    ],
    [
      "is nothing of a group that never was",
      [
        [0, B],
        [9, B],
        [18, B],
      ],
      [],
    ],
    [
      "is told of each group",
      [
        [0, A],
        [1, B],
        [30, "c"],
      ],
      ["a: 10s, 0s, 1", "b: 11s, 1s, 1"],
    ],
    [
      "is told once, however long it lasts",
      [
        [0, A],
        [30, B],
        [35, B],
        [45, B],
      ],
      ["a: 10s, 0s, 1"],
    ],
    [
      "joins the alert that is open when it comes again",
      [
        [0, A],
        [20, A],
        [31, B],
      ],
      ["a: 10s, 20s, 2"],
    ],
    [
      "is another alert once that has closed",
      [
        [0, A],
        [80, A],
        [91, B],
      ],
      ["a: 10s, 0s, 1", "a: 90s, 80s, 1"],
    ],
  ])("%s", async (_, steps, expected) => {
    // Group b beats often enough in these tables, or ends them.
    const found = await alerts(steps);
    expect(found.filter((alert) => !alert.startsWith("b") || expected.includes(alert))).toEqual(expected);
  });

  test("is told of each group as its deadline passes", async () => {
    const slow = rule({ threshold: { absence: "10m" } });
    expect(
      await alerts(
        minutes([
          [0, A],
          [4, A],
          [8, B],
          [19, "c"],
        ]),
        slow,
      ),
    ).toEqual(["a: 840s, 240s, 1", "b: 1080s, 480s, 1"]);
  });

  test("says something only of a group that had enough matches", async () => {
    const busy = rule({ threshold: { absence: "10s", minimum: 3, within: "5s" } });
    expect(
      await alerts(
        [
          [0, A],
          [2, A],
          [30, A],
          [31, A],
          [32, A],
          [60, B],
        ],
        busy,
      ),
    ).toEqual(["a: 42s, 32s, 1"]);
  });

  test("tells its measure, and shows the rule the last event", async () => {
    const telling = rule({ threshold: { absence: "10s" }, title: told });
    const [alert] = await run(
      telling,
      calls([
        [0, A, "x"],
        [1, A, "y"],
        [20, B],
      ]),
    );
    expect(alert?.title).toBe("y 0 2");
    expect(alert?.threshold).toEqual({ measure: "absence", value: 0, atLeast: 1, within: "10s" });
    expect(alert?.eventIds).toEqual([call(0, 1).p_row_id]);
  });
});

test("an error in detect is no heartbeat, but an error", async () => {
  const broken = rule({
    threshold: { absence: "10s" },
    detect: (event: Invocation) => {
      if (event.modelId === "bad") throw new Error("no");
      return true;
    },
  });
  const found = await run(
    broken,
    calls([
      [0, A, "ok"],
      [5, A, "bad"],
      [11, B, "ok"],
    ]),
  );
  expect(found.map(({ type }) => type).toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
    "RULE",
    "RULE_ERROR",
  ]);
});

/** The silences of a history by the letter: each gap after a match that is longer than 10 s and over by the end. */
function silences(events: readonly Invocation[]): string[] {
  const ordered = events.toSorted((one, other) => one.p_event_time.getTime() - other.p_event_time.getTime());
  const times = (group: string) =>
    ordered.filter(({ accountId }) => accountId === group).map(({ p_event_time }) => p_event_time.getTime());
  const end = ordered.at(-1)?.p_event_time.getTime() ?? 0;
  return [A, B]
    .flatMap((group) => times(group).map((time, at, all) => ({ group, time, next: all[at + 1] ?? end })))
    .filter(({ time, next }) => next - time > 10_000)
    .map(({ group, time }) => `${group} ${time + 10_000}`)
    .toSorted();
}

test("property: any order and any batches find the same silences as the letter says", async () => {
  const shortLived = rule({ threshold: { absence: "10s" }, dedupPeriod: "1ms" });
  const history = fc
    .array(
      fc.tuple(
        fc.nat(120).map((half) => half / 2),
        fc.constantFrom(A, B),
      ),
      { maxLength: 30 },
    )
    .map((steps) => calls(steps));
  const shuffled = history.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }), fc.nat(5)),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([events, arrivals, batch]) => {
      const running = engine([shortLived], { lateness: 60_000 });
      const found = [];
      for (const [at, event] of arrivals.entries()) {
        running.push(event);
        if (at % (batch + 1) === 0) found.push(...running.turn());
      }
      found.push(...running.finish());
      const times = found.map(({ dedup, createdAt }) => `${dedup} ${Date.parse(createdAt)}`);
      expect(times.toSorted()).toEqual(silences(events));
      expect(new Set(found.map(({ alertId }) => alertId)).size).toBe(found.length);
    }),
  );
});
