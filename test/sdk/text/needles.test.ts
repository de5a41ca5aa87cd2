import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { needleSearch } from "../../../sdk/text/needles.ts";

const NEEDLES = [" ignore ", "abababab", "jailbreak", "b aa b a "];
const hitsIn = needleSearch(new Map(NEEDLES.map((needle, at) => [1 << at, [needle]])));

/** The plain way to find the same. */
function flagsOf(text: string): number {
  const seen = ` ${text.toLowerCase().replace(/[^a-z0-9]/g, " ")} `;
  return NEEDLES.reduce((flags, needle, at) => flags | (seen.includes(needle) ? 1 << at : 0), 0);
}

test("it finds what a plain search finds", () => {
  const pieces = constantFrom("ignore", "jail", "break", "ab", "a", "b", " ", "-", "B", "IGNORE", "x");
  assert(
    property(array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      expect(hitsIn(text).flags).toBe(flagsOf(text));
    }),
    { numRuns: 2_000 },
  );
});

test("it tells where, in order", () => {
  const { places } = hitsIn("jailbreak and, please, ignore: jailbreak");
  expect(places.map(([, flag]) => flag)).toEqual([4, 1, 4]);
  expect(places.map(([at]) => at)).toEqual(places.map(([at]) => at).toSorted((one, other) => one - other));
});

test("a text that holds it thousands of times is told up to 500 places", () => {
  expect(hitsIn("jailbreak ".repeat(10_000)).places).toHaveLength(500);
});
