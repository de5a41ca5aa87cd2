import { describe, expect, test } from "vitest";
import { call, type Invocation, rule, run, START } from "./history.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;

const tokens = (event: Invocation): number => event.input?.inputTokenCount ?? 0;
const threshold = { baseline: tokens, factor: 3, floor: 100, warmUp: "2d", within: "1h" };
const unusual = rule({ threshold, dedupPeriod: "1h" });

/** Calls as day, hour of the day (the history begins at 9) and tokens, all of one group. */
function use(...uses: readonly (readonly [day: number, hour: number, tokens: number])[]): Invocation[] {
  return uses.map(([day, hour, inputTokenCount], row) =>
    call(day * DAY + (hour - 9) * HOUR, row, { input: { inputTokenCount } }),
  );
}

/** Ten days with 1,000 tokens at 2 o'clock, and 50 at noon. */
const ORDINARY = Array.from({ length: 10 }, (_, day) => [
  [day, 12, 50],
  [day + 1, 2, 1_000],
]).flat() as [number, number, number][];

async function found(...uses: readonly (readonly [number, number, number])[]): Promise<string[]> {
  const alerts = await run(unusual, use(...uses));
  return alerts.map(({ createdAt, threshold: { value } }) => {
    const hours = (Date.parse(createdAt) - START) / 1_000 / HOUR + 9;
    return `day ${Math.floor(hours / 24)}, ${hours % 24} o'clock: ${value}`;
  });
}

describe("three times what is usual, and 100 or more, by groups known for two days", () => {
  test.each<[string, (readonly [number, number, number])[], string[]]>([
    ["is not what happens every night", [], []],
    ["is a burst by day of what is usual at night", [[10, 15, 1_000]], ["day 10, 15 o'clock: 1000"]],
    ["is more than three times the usual of the hour", [[10, 12, 151]], ["day 10, 12 o'clock: 151"]],
    ["is not just three times", [[10, 12, 150]], []],
    ["is not less than the floor, however unusual", [[10, 17, 99]], []],
    [
      "adds up over the window",
      [
        [10, 17, 60],
        [10, 17.5, 60],
      ],
      ["day 10, 17.5 o'clock: 120"],
    ],
    [
      "does not add up beyond it",
      [
        [10, 17, 60],
        [10, 18, 60],
      ],
      [],
    ],
    [
      "is found again the next day: what was found is not usual",
      [
        [10, 15, 1_000],
        [11, 2, 1_000],
        [11, 15, 1_000],
      ],
      ["day 10, 15 o'clock: 1000", "day 11, 15 o'clock: 1000"],
    ],
  ])("%s", async (_, more, alerts) => {
    expect(await found(...ORDINARY, ...more)).toEqual(alerts);
  });

  test("is nothing that a group does in its first two days", async () => {
    expect(await found([0, 12, 9_000])).toEqual([]);
    expect(await found([0, 12, 1], [2, 11, 9_000])).toEqual([]);
    expect(await found([0, 12, 1], [2, 12, 9_000])).toEqual(["day 2, 12 o'clock: 9000"]);
  });
});

test("is measured against the median of the days before", async () => {
  expect(await found([0, 12, 50], [1, 12, 60], [2, 12, 150], [3, 12, 200])).toEqual([
    "day 3, 12 o'clock: 200",
  ]);
});

test("what joins an open alert counts for the days to come", async () => {
  const busy = Array.from({ length: 6 }, (_, day) => [
    [day, 12, 500],
    [day, 12.25, 500],
  ]).flat();
  const alerts = await run(unusual, use(...(busy as [number, number, number][])));
  // From the third day on 1,000 are usual: half of them are in the alert of the other half.
  expect(alerts).toEqual([]);
  const day = use([0, 9, 100], [3, 9, 400], [3, 9.5, 9_000], [4, 9, 400]);
  expect((await run(unusual, day)).map(({ eventCount }) => eventCount)).toEqual([2, 1]);
});

function told(_: unknown, { value, usual }: { value: number; usual?: number }): string {
  return `${value} for ${usual}`;
}

test("a rule's functions see what is usual", async () => {
  const telling = rule({ threshold, title: told });
  const [alert] = await run(telling, use(...ORDINARY, [10, 12, 500]));
  expect(alert?.title).toBe("500 for 50");
  expect(alert?.threshold).toEqual({ measure: "baseline", value: 500, atLeast: 100, within: "1h" });
});
