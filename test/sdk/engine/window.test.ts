import { describe, expect, test } from "vitest";
import { call, calls, rule, run, type Step, seconds } from "./history.ts";

/** An alert as `group: created at, value, events`. */
async function alerts(changes: object, steps: readonly Step[]): Promise<string[]> {
  const found = await run(rule(changes), calls(steps));
  return found.map(
    ({ dedup, createdAt, threshold, eventCount }) =>
      `${dedup}: ${seconds(createdAt)}s, ${threshold.value}, ${eventCount}`,
  );
}

const A = "a";
const B = "b";

describe("a count of 3 within 10 s", () => {
  const table: [string, Step[], string[]][] = [
    [
      "two are not enough",
      [
        [0, A],
        [1, A],
      ],
      [],
    ],
    [
      "the third raises",
      [
        [0, A],
        [1, A],
        [9.999, A],
      ],
      ["a: 9.999s, 3, 3"],
    ],
    [
      "exactly 10 s later the first is out",
      [
        [0, A],
        [1, A],
        [10, A],
      ],
      [],
    ],
    [
      "one ms before it is in",
      [
        [0, A],
        [1, A],
        [9.999, A],
      ],
      ["a: 9.999s, 3, 3"],
    ],
    [
      "one ms over it is out",
      [
        [0, A],
        [1, A],
        [10.001, A],
      ],
      [],
    ],
    [
      "the window slides",
      [
        [0, A],
        [6, A],
        [12, A],
        [15.999, A],
      ],
      ["a: 15.999s, 3, 3"],
    ],
    [
      "all at the same time",
      [
        [5, A],
        [5, A],
        [5, A],
      ],
      ["a: 5s, 3, 3"],
    ],
    [
      "more than needed at the same time join",
      [
        [5, A],
        [5, A],
        [5, A],
        [5, A],
        [5, A],
      ],
      ["a: 5s, 3, 5"],
    ],
    [
      "groups do not add up",
      [
        [0, A],
        [1, B],
        [2, A],
        [3, B],
      ],
      [],
    ],
    [
      "groups raise each for itself",
      [
        [0, A],
        [0, B],
        [1, A],
        [1, B],
        [2, A],
        [3, B],
      ],
      ["a: 2s, 3, 3", "b: 3s, 3, 3"],
    ],
  ];
  test.each(table)("%s", async (_, steps, expected) => {
    expect(await alerts({ threshold: { count: 3, within: "10s" }, dedupPeriod: "1m" }, steps)).toEqual(
      expected,
    );
  });
});

describe("a count of 2 within 10 s, matches joining for 5 s", () => {
  const table: [string, Step[], string[]][] = [
    [
      "a match within the period joins",
      [
        [0, A],
        [1, A],
        [5.999, A],
      ],
      ["a: 1s, 2, 3"],
    ],
    [
      "from its end on the group starts from nothing: a match counts towards one alert only",
      [
        [0, A],
        [1, A],
        [6, A],
        [7, A],
      ],
      ["a: 1s, 2, 2", "a: 7s, 2, 2"],
    ],
    [
      "nor do joined matches count again",
      [
        [0, A],
        [1, A],
        [5, A],
        [11, A],
        [12, A],
      ],
      ["a: 1s, 2, 3", "a: 12s, 2, 2"],
    ],
    [
      "a group that fell below its threshold starts over",
      [
        [0, A],
        [1, A],
        [11, A],
        [12, A],
      ],
      ["a: 1s, 2, 2", "a: 12s, 2, 2"],
    ],
    [
      "and stays silent below it",
      [
        [0, A],
        [1, A],
        [11, A],
      ],
      ["a: 1s, 2, 2"],
    ],
  ];
  test.each(table)("%s", async (_, steps, expected) => {
    expect(await alerts({ threshold: { count: 2, within: "10s" }, dedupPeriod: "5s" }, steps)).toEqual(
      expected,
    );
  });
});

describe("the window is the dedup period unless it says otherwise", () => {
  test.each([
    ["a number", 2],
    ["a count", { count: 2 }],
  ])("%s", async (_, threshold) => {
    expect(
      await alerts({ threshold, dedupPeriod: "10s" }, [
        [0, A],
        [10, A],
      ]),
    ).toEqual([]);
    expect(
      await alerts({ threshold, dedupPeriod: "10s" }, [
        [0, A],
        [9.999, A],
      ]),
    ).toEqual(["a: 9.999s, 2, 2"]);
  });

  test("an hour when there is none", async () => {
    expect(
      await alerts({ threshold: 2 }, [
        [0, A],
        [3_600, A],
      ]),
    ).toEqual([]);
    expect(
      await alerts({ threshold: 2 }, [
        [0, A],
        [3_599.999, A],
      ]),
    ).toEqual(["a: 3599.999s, 2, 2"]);
  });
});

describe("3 different models within 10 s", () => {
  const threshold = { unique: (event: { modelId: string }) => event.modelId, atLeast: 3, within: "10s" };
  const table: [string, Step[], string[]][] = [
    [
      "the same ones do not count again",
      [
        [0, A, "x"],
        [1, A, "y"],
        [2, A, "x"],
        [3, A, "y"],
      ],
      [],
    ],
    [
      "the third different one raises",
      [
        [0, A, "x"],
        [1, A, "x"],
        [2, A, "y"],
        [3, A, "z"],
      ],
      ["a: 3s, 3, 4"],
    ],
    [
      "one has left the window",
      [
        [0, A, "x"],
        [1, A, "y"],
        [10, A, "z"],
      ],
      [],
    ],
    [
      "one that came again has not",
      [
        [0, A, "x"],
        [0.5, A, "x"],
        [1, A, "y"],
        [10, A, "z"],
      ],
      ["a: 10s, 3, 3"],
    ],
    [
      "at the same time",
      [
        [0, A, "x"],
        [0, A, "y"],
        [0, A, "z"],
      ],
      ["a: 0s, 3, 3"],
    ],
    [
      "groups do not add up",
      [
        [0, A, "x"],
        [1, B, "y"],
        [2, A, "z"],
      ],
      [],
    ],
    [
      "an empty text is a value",
      [
        [0, A, ""],
        [1, A, "y"],
        [2, A, "z"],
      ],
      ["a: 2s, 3, 3"],
    ],
  ];
  test.each(table)("%s", async (_, steps, expected) => {
    expect(await alerts({ threshold, dedupPeriod: "1m" }, steps)).toEqual(expected);
  });
});

describe("10 tokens within 10 s", () => {
  const threshold = {
    sum: (event: { input: { inputTokenCount: number } }) => event.input.inputTokenCount,
    atLeast: 10,
    within: "10s",
  };
  const table: [string, Step[], string[]][] = [
    [
      "exactly the limit raises",
      [
        [0, A, 4],
        [1, A, 6],
      ],
      ["a: 1s, 10, 2"],
    ],
    [
      "a little less does not",
      [
        [0, A, 4],
        [1, A, 5.999],
      ],
      [],
    ],
    ["one call alone", [[0, A, 25]], ["a: 0s, 25, 1"]],
    [
      "what has left does not count",
      [
        [0, A, 9],
        [10, A, 9],
      ],
      [],
    ],
    [
      "below zero takes away",
      [
        [0, A, 9],
        [1, A, -3],
        [2, A, 3],
        [3, A, 1],
      ],
      ["a: 3s, 10, 4"],
    ],
    [
      "below zero leaves the window too",
      [
        [0, A, -5],
        [1, A, 6],
        [10, A, 4],
      ],
      ["a: 10s, 10, 2"],
    ],
    [
      "fractions add up",
      Array.from({ length: 100 }, (_, n): Step => [n / 20, A, 0.1]),
      ["a: 4.95s, 10, 100"],
    ],
    [
      "fractions leave nothing behind",
      [...Array.from({ length: 90 }, (_, n): Step => [n / 20, A, 0.1]), [20, A, 9.9], [21, A, 0.1]],
      ["a: 21s, 10, 2"],
    ],
    [
      "a large one hides no small one",
      [
        [0, A, -1e17],
        [1, A, 1],
        [10, A, 9],
      ],
      ["a: 10s, 10, 2"],
    ],
    [
      "groups do not add up",
      [
        [0, A, 6],
        [1, B, 6],
      ],
      [],
    ],
  ];
  test.each(table)("%s", async (_, steps, expected) => {
    expect(await alerts({ threshold, dedupPeriod: "1m" }, steps)).toEqual(expected);
  });
});

describe("more than half of at least 4 within 10 s", () => {
  const threshold = {
    ratio: (event: { modelId: string }) => event.modelId === "bad",
    above: 0.5,
    minimum: 4,
    within: "10s",
  };
  const table: [string, Step[], string[]][] = [
    [
      "three bad ones are too few",
      [
        [0, A, "bad"],
        [1, A, "bad"],
        [2, A, "bad"],
      ],
      [],
    ],
    [
      "exactly half is not more",
      [
        [0, A, "bad"],
        [1, A, "good"],
        [2, A, "bad"],
        [3, A, "good"],
      ],
      [],
    ],
    [
      "three of four are",
      [
        [0, A, "bad"],
        [1, A, "good"],
        [2, A, "bad"],
        [3, A, "bad"],
      ],
      ["a: 3s, 0.75, 4"],
    ],
    [
      "a good one can be the fourth",
      [
        [0, A, "bad"],
        [1, A, "bad"],
        [2, A, "bad"],
        [3, A, "good"],
      ],
      ["a: 3s, 0.75, 4"],
    ],
    [
      "good ones that have left the window do not count",
      [
        [0, A, "good"],
        [1, A, "good"],
        [5, A, "bad"],
        [6, A, "bad"],
        [7, A, "good"],
        [10.5, A, "bad"],
      ],
      ["a: 10.5s, 0.6, 5"],
    ],
    [
      "other groups have shares of their own",
      [
        [0, A, "bad"],
        [1, B, "bad"],
        [2, A, "bad"],
        [3, B, "bad"],
      ],
      [],
    ],
  ];

  test.each(table)("%s", async (_, steps, expected) => {
    expect(await alerts({ threshold, dedupPeriod: "1m" }, steps)).toEqual(expected);
  });
});

test("what is told apart may have several parts, and where one ends matters", async () => {
  const threshold = { unique: ({ modelId }: { modelId: string }) => modelId.split("/"), atLeast: 3 };
  const steps: Step[] = [
    [0, A, "a/bc"],
    [1, A, "ab/c"],
    [2, A, "a/bc"],
    [3, A, "a/b/c"],
  ];
  expect(await alerts({ threshold }, steps)).toEqual(["a: 3s, 3, 4"]);
});

test("a rule's functions see the window of the match that crossed", async () => {
  const seen: unknown[] = [];
  const counting = rule({
    threshold: { sum: () => 2, atLeast: 5, within: "10s" },
    title: (_: unknown, window: unknown) => {
      seen.push(window);
      return "t";
    },
  });
  await run(counting, [call(0, 1), call(3, 2), call(12, 3), call(12.5, 4)]);
  expect(seen).toEqual([
    {
      value: 6,
      count: 3,
      firstEventTime: call(3, 0).p_event_time,
      lastEventTime: call(12.5, 0).p_event_time,
    },
  ]);
});

test("what crossed is told with its measure and window", async () => {
  const [count] = await run(rule({ threshold: { count: 1, within: "90s" } }), [call(0, 0)]);
  expect(count?.threshold).toEqual({ measure: "count", value: 1, atLeast: 1, within: "90s" });
  const [unique] = await run(rule({ threshold: { unique: () => "x", atLeast: 1 } }), [call(0, 0)]);
  expect(unique?.threshold).toEqual({ measure: "unique", value: 1, atLeast: 1, within: "1h" });
  const [sum] = await run(rule({ threshold: { sum: () => 7, atLeast: 5 }, dedupPeriod: "2d" }), [call(0, 0)]);
  expect(sum?.threshold).toEqual({ measure: "sum", value: 7, atLeast: 5, within: "2d" });
  const ratio = { ratio: () => true, above: 0.9, minimum: 1, within: "5m" };
  const [share] = await run(rule({ threshold: ratio }), [call(0, 0)]);
  expect(share?.threshold).toEqual({ measure: "ratio", value: 1, atLeast: 0.9, within: "5m" });
});
