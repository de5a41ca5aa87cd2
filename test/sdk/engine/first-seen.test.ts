import { describe, expect, test } from "vitest";
import { calls, type Invocation, rule, run, seconds, type Step } from "./history.ts";

const KEY = { key: (event: Invocation) => event.modelId, learn: "10s", forget: "100s" };

/** The times of the alerts, in seconds, of a rule that never lets a match join. */
async function newAt(firstSeen: object, steps: readonly Step[], changes: object = {}): Promise<number[]> {
  const alerts = await run(rule({ firstSeen, dedupPeriod: "1ms", ...changes }), calls(steps));
  return alerts.map(({ createdAt }) => seconds(createdAt));
}

const A = "a";
const B = "b";

describe("learning", () => {
  const table: [string, Step[], number[]][] = [
    [
      "nothing is new at first",
      [
        [0, A, "x"],
        [5, A, "y"],
        [9.999, A, "z"],
      ],
      [],
    ],
    [
      "exactly at the end of learning it is",
      [
        [0, A, "x"],
        [10, A, "y"],
      ],
      [10],
    ],
    [
      "what was learned is known",
      [
        [0, A, "x"],
        [5, A, "y"],
        [10, A, "y"],
        [11, A, "x"],
      ],
      [],
    ],
    [
      "what was new is known then",
      [
        [0, A, "x"],
        [10, A, "y"],
        [11, A, "y"],
      ],
      [10],
    ],
    ["the first event of all is not new", [[500, A, "x"]], []],
    [
      "two new ones at the same time",
      [
        [0, A, "x"],
        [20, A, "y"],
        [20, B, "z"],
      ],
      [20, 20],
    ],
    [
      "the same new one twice at the same time",
      [
        [0, A, "x"],
        [20, A, "y"],
        [20, A, "y"],
      ],
      [20],
    ],
  ];
  test.each(table)("%s", async (_, steps, expected) => {
    expect(await newAt(KEY, steps)).toEqual(expected);
  });
});

describe("forgetting after 100 s", () => {
  const table: [string, Step[], number[]][] = [
    [
      "a key is known for almost as long",
      [
        [0, A, "x"],
        [99.999, A, "x"],
      ],
      [],
    ],
    [
      "exactly as long after, it is new again",
      [
        [0, A, "x"],
        [100, A, "x"],
      ],
      [100],
    ],
    [
      "each sighting counts",
      [
        [0, A, "x"],
        [60, A, "x"],
        [120, A, "x"],
        [180, A, "x"],
      ],
      [],
    ],
    [
      "a key that was silent is new, among those that were not",
      [
        [0, A, "x"],
        [0, A, "y"],
        [60, A, "y"],
        [110, A, "x"],
        [111, A, "y"],
      ],
      [110],
    ],
    [
      "a scope that was silent has still been learned",
      [
        [0, A, "x"],
        [1_000, A, "y"],
        [1_001, A, "x"],
      ],
      [1_000, 1_001],
    ],
  ];
  test.each(table)("%s", async (_, steps, expected) => {
    expect(await newAt(KEY, steps)).toEqual(expected);
  });
});

describe("a scope", () => {
  const SCOPED = { ...KEY, scope: (event: Invocation) => event.accountId };
  const table: [string, Step[], number[]][] = [
    [
      "learns from its own first event",
      [
        [0, A, "x"],
        [20, B, "x"],
        [29.999, B, "y"],
        [30, B, "z"],
      ],
      [30],
    ],
    [
      "does not know what another knows",
      [
        [0, A, "x"],
        [0, B, "y"],
        [20, A, "y"],
        [21, B, "x"],
      ],
      [20, 21],
    ],
  ];
  test.each(table)("%s", async (_, steps, expected) => {
    expect(await newAt(SCOPED, steps)).toEqual(expected);
  });

  test("is one for all when there is none", async () => {
    expect(
      await newAt(KEY, [
        [0, A, "x"],
        [20, B, "x"],
        [21, B, "y"],
      ]),
    ).toEqual([21]);
  });

  test("and a key of several parts do not run into each other", async () => {
    const steps: Step[] = [
      [0, "s", "k"],
      [20, 's","', "k"],
      [40, "s", '","k'],
      [60, "s", "k"],
    ];
    expect(await newAt(SCOPED, steps)).toEqual([40]);
    const pair = { ...KEY, key: (event: Invocation) => JSON.stringify([event.accountId, event.modelId]) };
    expect(
      await newAt(pair, [
        [0, A, "x"],
        [20, A, "y"],
        [21, B, "x"],
        [22, B, "x"],
        [23, A, "x"],
      ]),
    ).toEqual([20, 21]);
  });
});

test("only what detect accepts is remembered", async () => {
  const detect = (event: Invocation) => event.accountId === A;
  expect(
    await newAt(
      KEY,
      [
        [0, A, "x"],
        [15, B, "y"],
        [20, A, "y"],
      ],
      { detect },
    ),
  ).toEqual([20]);
  expect(
    await newAt(
      KEY,
      [
        [0, B, "x"],
        [15, A, "y"],
        [24, A, "z"],
        [25, A, "w"],
      ],
      { detect },
    ),
  ).toEqual([25]);
});

test("what an exception leaves alone is no match, but known", async () => {
  const exceptions = [
    {
      id: "e",
      reason: "r",
      owner: "o",
      expires: "2030-01-01",
      when: (event: Invocation) => event.accountId === B,
    },
  ];
  expect(
    await newAt(
      KEY,
      [
        [0, A, "x"],
        [20, B, "y"],
        [21, A, "y"],
        [22, A, "z"],
      ],
      { exceptions },
    ),
  ).toEqual([22]);
});

test("each rule has a memory of its own", async () => {
  const rules = ["R", "S"].map((id) =>
    rule({ id, firstSeen: KEY, detect: (event: Invocation) => id === "R" || event.accountId === A }),
  );
  const alerts = await run(
    rules,
    calls([
      [0, A, "x"],
      [20, B, "y"],
      [21, A, "y"],
    ]),
  );
  expect(alerts.map(({ ruleId, createdAt }) => [ruleId, seconds(createdAt)])).toEqual([
    ["R", 20],
    ["S", 21],
  ]);
});

test("the alert tells of one match", async () => {
  const [alert] = await run(
    rule({ firstSeen: KEY }),
    calls([
      [0, A, "x"],
      [20, A, "y"],
    ]),
  );
  expect(alert).toMatchObject({ eventCount: 1, threshold: { measure: "count", value: 1, atLeast: 1 } });
});
