import { describe, expect, test } from "vitest";
import { correlation, different, type Line, no, some, told } from "./history.ts";

type Table = [string, Line[], string[]][];
const any = { order: "any" };

describe("two A and B within 10 s, in any order", () => {
  const rule = correlation({ ...some("A", { atLeast: 2 }), ...some("B") }, any);
  const table: Table = [
    [
      "is told whichever comes last",
      [
        [0, "A"],
        [1, "B"],
        [2, "A"],
      ],
      ["2s: 0 2 | 1"],
    ],
    [
      "is told of B last",
      [
        [0, "A"],
        [1, "A"],
        [2, "B"],
      ],
      ["2s: 0 1 | 2"],
    ],
    [
      "is not told of one A",
      [
        [0, "A"],
        [1, "B"],
      ],
      [],
    ],
    [
      "is told 1 ms before the first leaves",
      [
        [0, "B"],
        [1, "A"],
        [9.999, "A"],
      ],
      ["9.999s: 1 2 | 0"],
    ],
    [
      "is not told exactly 10 s after it",
      [
        [0, "B"],
        [1, "A"],
        [10, "A"],
      ],
      [],
    ],
    [
      "starts from nothing once it is told",
      [
        [0, "A"],
        [1, "A"],
        [2, "B"],
        [3, "B"],
        [4, "A"],
      ],
      ["2s: 0 1 | 2"],
    ],
    [
      "takes an event that is both for both",
      [
        [0, "A"],
        [1, "A B"],
      ],
      ["1s: 0 1 | 1"],
    ],
  ];
  test.each(table)("%s", (_, lines, expected) => expect(told(rule, lines)).toEqual(expected));
});

test("two values of A, and B", () => {
  const rule = correlation({ ...some("A", different(2)), ...some("B") }, any);
  expect(
    told(rule, [
      [0, "A", "k", "x"],
      [1, "B"],
      [2, "A", "k", "x"],
      [3, "A", "k", "y"],
    ]),
  ).toEqual(["3s: 0 2 3 | 1"]);
});

describe("A and B within 10 s, and no C for 5 s", () => {
  const rule = correlation({ ...some("A"), ...some("B"), ...no("C", { within: "5s" }) }, any);
  const table: Table = [
    [
      "is told without C",
      [
        [0, "A"],
        [1, "B"],
      ],
      ["1s: 0 | 1 | "],
    ],
    [
      "is not told with C between",
      [
        [0, "A"],
        [1, "C"],
        [2, "B"],
      ],
      [],
    ],
    [
      "is not told with C of the same time",
      [
        [0, "A"],
        [1, "B"],
        [1, "C"],
      ],
      [],
    ],
    [
      "is told with a match exactly 5 s after C",
      [
        [0, "A"],
        [1, "C"],
        [2, "B"],
        [6, "B"],
      ],
      ["6s: 0 | 2 3 | "],
    ],
    [
      "is not told of a match that is C",
      [
        [0, "A"],
        [1, "B C"],
      ],
      [],
    ],
  ];
  test.each(table)("%s", (_, lines, expected) => expect(told(rule, lines)).toEqual(expected));
});
