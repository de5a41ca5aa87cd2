import { expect, test } from "vitest";
import { unreachable } from "../../../sdk/lint/unreachable.ts";
import { bedrockRule } from "./module-of.ts";

test.each([
  ["detect is always false", "detect: () => false", 9],
  ["an exception leaves everything alone", 'exceptions: [{ id: "a", when: (event) => true }]', 31],
  ["the share of a kind that there is not", "threshold: { ratio: () => false, above: 0.5, minimum: 5 }", 21],
  ["a sum of nothing", "threshold: { sum: () => 0, atLeast: 5 }", 19],
  ["different values that are one", 'threshold: { unique: () => "x", atLeast: 2 }', 22],
  ["different values that are one list", 'threshold: { unique: () => ["x", "y"], atLeast: 2 }', 22],
  [
    "different values of what groups",
    "threshold: { unique: (e) => e.arn, atLeast: 2 }, dedup: (e) => e.arn",
    22,
  ],
])("%s is told", async (_, said, column) => {
  expect(unreachable(await bedrockRule(said))).toMatchObject([{ code: "RULE_UNREACHABLE", line: 3, column }]);
});

test.each([
  ["a detect that is always true", "detect: () => true"],
  ["a sum that counts", "threshold: { sum: () => 1, atLeast: 5 }"],
  [
    "one value where one is asked for",
    "threshold: { unique: (e) => e.arn, atLeast: 1 }, dedup: (e) => e.arn",
  ],
  ["values of something else", "threshold: { unique: (e) => e.model, atLeast: 2 }, dedup: (e) => e.arn"],
  ["values of two parts", 'threshold: { unique: (e) => [model(e).id, e.region ?? ""], atLeast: 2 }'],
  ["values of a part that differs", 'threshold: { unique: (e) => ["x", e.region], atLeast: 2 }'],
  ["an exception that leaves nothing alone", 'exceptions: [{ id: "a", when: (event) => false }]'],
])("%s is fine", async (_, said) => {
  expect(unreachable(await bedrockRule(said))).toEqual([]);
});
