import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { foldText, withoutLeet } from "../../../sdk/text/fold-text.ts";

test.each([
  ["I\u200bGNORE  \u0430ll", "ignore all"],
  ["i g n o r e this", "ignore this"],
  ["i.g.n.o.r.e  a.l.l of it", "ignore all of it"],
  ["the u s a", "the u s a"],
  ["Caf\u00e9 \u201cna\u00efve\u201d \u2014 it\u2019s", 'cafe "naive" - it\'s'],
  ["\ufb01le \u24d0\u24d1", "file ab"],
  ["a\\u0062c\\nd", "abc d"],
])("%j is read as %j", (text, folded) => expect(foldText(text)).toBe(folded));

test("what is folded stays as it is", () => {
  assert(
    property(string({ unit: "binary" }), (text) => {
      const once = foldText(text.replaceAll("\\", ""));
      expect(foldText(once)).toBe(once);
    }),
  );
});

test("digits become letters only in words that have both", () => {
  expect(withoutLeet("1gn0re the 17 rul3s of 2026")).toBe("ignore the 17 rules of 2026");
});
