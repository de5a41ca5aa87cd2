import { describe, expect, test } from "vitest";
import { correlation, different, type Line, no, some, told } from "./history.ts";

type Table = [string, Line[], string[]][];

describe("A then B within 10 s", () => {
  const rule = correlation({ ...some("A"), ...some("B") });
  const table: Table = [
    [
      "is told at B",
      [
        [0, "A"],
        [4, "B"],
      ],
      ["4s: 0 | 1"],
    ],
    [
      "is not B then A",
      [
        [0, "B"],
        [4, "A"],
      ],
      [],
    ],
    [
      "is not told of A alone",
      [
        [0, "A"],
        [4, "A"],
      ],
      [],
    ],
    [
      "is told 1 ms before A leaves the window",
      [
        [0, "A"],
        [9.999, "B"],
      ],
      ["9.999s: 0 | 1"],
    ],
    [
      "is not told exactly 10 s after A",
      [
        [0, "A"],
        [10, "B"],
      ],
      [],
    ],
    [
      "goes by the latest A",
      [
        [0, "A"],
        [6, "A"],
        [12, "B"],
      ],
      ["12s: 1 | 2"],
    ],
    [
      "lists every A of the window",
      [
        [0, "A"],
        [2, "A"],
        [4, "B"],
      ],
      ["4s: 0 1 | 2"],
    ],
    [
      "starts from nothing once it is told",
      [
        [0, "A"],
        [1, "B"],
        [2, "B"],
        [3, "A"],
        [4, "B"],
      ],
      ["1s: 0 | 1", "4s: 3 | 4"],
    ],
    [
      "is told of each key for itself",
      [
        [0, "A", "x"],
        [1, "A", "y"],
        [2, "B", "y"],
      ],
      ["y 2s: 1 | 2"],
    ],
    [
      "is told at one time, whichever row comes first",
      [
        [5, "B"],
        [5, "A"],
      ],
      ["5s: 1 | 0"],
    ],
    ["is not told of one event that is both", [[5, "A B"]], []],
    [
      "is told of two events that are both",
      [
        [5, "A B"],
        [5, "A B"],
      ],
      ["5s: 0 | 1"],
    ],
    [
      "takes what is only A before what is both",
      [
        [5, "A B"],
        [5, "A"],
      ],
      ["5s: 1 | 0"],
    ],
    [
      "takes an event that is both for B where there was an A",
      [
        [1, "A"],
        [2, "A B"],
      ],
      ["2s: 0 | 1"],
    ],
    [
      "takes an event that is both for A where there was none",
      [
        [1, "A B"],
        [2, "B"],
      ],
      ["2s: 0 | 1"],
    ],
  ];
  test.each(table)("%s", (_, lines, expected) => expect(told(rule, lines)).toEqual(expected));
});

describe("three A, then B within 10 s", () => {
  const rule = correlation({ ...some("A", { atLeast: 3 }), ...some("B") });
  const table: Table = [
    [
      "is told at B",
      [
        [0, "A"],
        [1, "A"],
        [2, "A"],
        [3, "B"],
      ],
      ["3s: 0 1 2 | 3"],
    ],
    [
      "is not told of two",
      [
        [0, "A"],
        [1, "A"],
        [3, "B"],
      ],
      [],
    ],
    [
      "is not told when B comes too early",
      [
        [0, "A"],
        [1, "A"],
        [2, "B"],
        [3, "A"],
      ],
      [],
    ],
    [
      "is not told when the first of three has left",
      [
        [0, "A"],
        [1, "A"],
        [2, "A"],
        [10, "B"],
      ],
      [],
    ],
    [
      "goes by the latest three",
      [
        [0, "A"],
        [1, "A"],
        [2, "A"],
        [3, "A"],
        [10, "B"],
      ],
      ["10s: 1 2 3 | 4"],
    ],
    [
      "counts an event once",
      [
        [5, "A B"],
        [5, "A B"],
        [5, "A B"],
      ],
      [],
    ],
    [
      "counts a fourth for B",
      [
        [5, "A B"],
        [5, "A B"],
        [5, "A B"],
        [5, "A B"],
      ],
      ["5s: 0 1 2 | 3"],
    ],
  ];
  test.each(table)("%s", (_, lines, expected) => expect(told(rule, lines)).toEqual(expected));
});

test("A, then two B: a B before any A is none of them", () => {
  const rule = correlation({ ...some("A"), ...some("B", { atLeast: 2 }) });
  expect(
    told(rule, [
      [0, "B"],
      [1, "A"],
      [2, "B"],
      [3, "B"],
    ]),
  ).toEqual(["3s: 1 | 2 3"]);
});

describe("A with two values, then B within 10 s", () => {
  const rule = correlation({ ...some("A", different(2)), ...some("B") });
  const table: Table = [
    [
      "is told of two values",
      [
        [0, "A", "k", "x"],
        [1, "A", "k", "y"],
        [2, "B"],
      ],
      ["2s: 0 1 | 2"],
    ],
    [
      "is not told of one value twice",
      [
        [0, "A", "k", "x"],
        [1, "A", "k", "x"],
        [2, "B"],
      ],
      [],
    ],
    [
      "is not told when one of them has left",
      [
        [0, "A", "k", "x"],
        [1, "A", "k", "y"],
        [10, "B"],
      ],
      [],
    ],
    [
      "goes by the last time of each value",
      [
        [0, "A", "k", "x"],
        [1, "A", "k", "y"],
        [2, "A", "k", "x"],
        [10, "B"],
      ],
      ["10s: 1 2 | 3"],
    ],
  ];
  test.each(table)("%s", (_, lines, expected) => expect(told(rule, lines)).toEqual(expected));
});

describe("no B for 5 s before A", () => {
  const rule = correlation({ ...no("B", { within: "5s" }), ...some("A") });
  const table: Table = [
    ["is told of A alone", [[0, "A"]], ["0s:  | 0"]],
    [
      "is not told after a B",
      [
        [0, "B"],
        [4.999, "A"],
      ],
      [],
    ],
    [
      "is told exactly 5 s after it",
      [
        [0, "B"],
        [5, "A"],
      ],
      ["5s:  | 1"],
    ],
    [
      "is not told of a B of the same time",
      [
        [3, "A"],
        [3, "B"],
      ],
      [],
    ],
    [
      "goes by the last B",
      [
        [0, "B"],
        [3, "B"],
        [6, "A"],
      ],
      [],
    ],
    [
      "is told again, and B is not forgotten over it",
      [
        [0, "A"],
        [1, "B"],
        [2, "A"],
        [7, "A"],
      ],
      ["0s:  | 0", "7s:  | 3"],
    ],
    [
      "does not hold an event against itself",
      [
        [0, "A B"],
        [4, "A B"],
        [9, "A B"],
      ],
      ["0s:  | 0", "9s:  | 2"],
    ],
  ];
  test.each(table)("%s", (_, lines, expected) => expect(told(rule, lines)).toEqual(expected));

  test("asks only of the first of two A", () => {
    const twice = correlation({ ...no("B", { within: "5s" }), ...some("A", { atLeast: 2 }) });
    expect(
      told(twice, [
        [0, "A"],
        [1, "B"],
        [2, "A"],
      ]),
    ).toEqual(["2s:  | 0 2"]);
    expect(
      told(twice, [
        [0, "B"],
        [1, "A"],
        [2, "A"],
      ]),
    ).toEqual([]);
  });
});

describe("A, then B with no C between, within 10 s", () => {
  const rule = correlation({ ...some("A"), ...no("C"), ...some("B") });
  const table: Table = [
    [
      "is told without C",
      [
        [0, "A"],
        [4, "B"],
      ],
      ["4s: 0 |  | 1"],
    ],
    [
      "is not told with C between",
      [
        [0, "A"],
        [2, "C"],
        [4, "B"],
      ],
      [],
    ],
    [
      "is told with C before and after",
      [
        [0, "C"],
        [1, "A"],
        [4, "B"],
        [5, "C"],
      ],
      ["4s: 1 |  | 2"],
    ],
    [
      "starts anew after C",
      [
        [0, "A"],
        [2, "C"],
        [3, "A"],
        [4, "B"],
      ],
      ["4s: 0 2 |  | 3"],
    ],
    [
      "takes a C of the same time to be between",
      [
        [1, "A"],
        [4, "B"],
        [4, "C"],
      ],
      [],
    ],
  ];
  test.each(table)("%s", (_, lines, expected) => expect(told(rule, lines)).toEqual(expected));

  test("asks only of what lies between the last A and the first B", () => {
    const twice = correlation({ ...some("A", { atLeast: 2 }), ...no("C"), ...some("B", { atLeast: 2 }) });
    expect(
      told(twice, [
        [0, "A"],
        [1, "C"],
        [2, "A"],
        [3, "B"],
        [4, "C"],
        [5, "B"],
      ]),
    ).toEqual(["5s: 0 2 |  | 3 5"]);
    expect(
      told(twice, [
        [0, "A"],
        [1, "A"],
        [2, "C"],
        [3, "B"],
        [4, "B"],
      ]),
    ).toEqual([]);
  });
});

describe("A with no B for 5 s after it", () => {
  const rule = correlation({ ...some("A"), ...no("B", { within: "5s" }) });
  const table: Table = [
    [
      "is told as soon as the log has gone on beyond it",
      [
        [0, "A"],
        [5.001, "A", "other"],
      ],
      ["5s: 0 | "],
    ],
    [
      "is not told before: a B at the deadline is in time",
      [
        [0, "A"],
        [5, "B"],
        [9, "B"],
      ],
      [],
    ],
    [
      "is told of a B that comes one ms too late",
      [
        [0, "A"],
        [5.001, "B"],
      ],
      ["5s: 0 | "],
    ],
    [
      "is not told at the end of the log",
      [
        [0, "A"],
        [5, "A", "other"],
      ],
      [],
    ],
    [
      "goes by the first A that is not answered",
      [
        [0, "A"],
        [3, "A"],
        [6, "B"],
      ],
      ["5s: 0 | "],
    ],
    [
      "is answered for every A before B",
      [
        [0, "A"],
        [3, "A"],
        [4, "B"],
        [20, "B"],
      ],
      [],
    ],
    [
      "begins again with the first A after B",
      [
        [0, "A"],
        [1, "B"],
        [2, "A"],
        [8, "B"],
      ],
      ["7s: 2 | "],
    ],
    [
      "takes a B of the same time for an answer",
      [
        [0, "B"],
        [0, "A"],
        [6, "B"],
      ],
      [],
    ],
    [
      "takes an event for no answer to itself",
      [
        [0, "A B"],
        [6, "B"],
      ],
      ["5s: 0 | "],
    ],
    [
      "lets a heartbeat answer the one before",
      [
        [0, "A B"],
        [4, "A B"],
        [8, "A B"],
        [20, "B"],
      ],
      ["13s: 2 | "],
    ],
  ];
  test.each(table)("%s", (_, lines, expected) => expect(told(rule, lines)).toEqual(expected));

  test("asks once all before it is filled, which must be within 10 s, the deadline not", () => {
    const after = correlation({ ...some("A"), ...some("C"), ...no("B", { within: "1m" }) });
    expect(
      told(after, [
        [0, "A"],
        [1, "B"],
        [9, "C"],
        [70, "B"],
      ]),
    ).toEqual(["69s: 0 | 2 | "]);
    expect(
      told(after, [
        [0, "A"],
        [10, "C"],
        [90, "B"],
      ]),
    ).toEqual([]);
  });
});

test("the window of all is the default of an absence", () => {
  expect(
    told(correlation({ ...no("B"), ...some("A") }), [
      [0, "B"],
      [9.999, "A"],
      [10, "A"],
    ]),
  ).toEqual(["10s:  | 2"]);
});

test("an absence at the end is told of each key for itself", () => {
  const gone = correlation({ ...some("A"), ...no("B", { within: "10m" }) }, { within: "1h" });
  const lines: Line[] = [
    [0, "A", "a"],
    [0, "A", "b"],
    [4 * 60, "A", "b"],
    [10 * 60, "B", "a"],
    [11 * 60, "A", "c"],
  ];
  expect(told(gone, lines)).toEqual(["b 600s: 1 | "]);
});
