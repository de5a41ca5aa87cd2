import { expect, test } from "vitest";
import type { Detection } from "../../../sdk/rule/step.ts";
import { exceptions } from "../../../sdk/lint/exceptions.ts";
import { bedrockRule, ruleOf } from "./module-of.ts";

const now = new Date("2026-03-02T09:00:00Z");
const excepted = (expires: string) =>
  bedrockRule(
    `exceptions: [{ id: "batch", reason: "r", owner: "dana", expires: "${expires}", when: () => false }]`,
  );

test.each([
  ["2026-03-02", "ended on 2026-03-02, so the rule matches what it left alone"],
  ["2026-03-03", "ends on 2026-03-03, in 1 day; then the rule matches what it leaves alone"],
  ["2026-04-01", "ends on 2026-04-01, in 30 days; then the rule matches what it leaves alone"],
])("one until %s is told", async (expires, told) => {
  expect(exceptions(await excepted(expires), { now })).toMatchObject([
    {
      code: "RULE_EXCEPTION_EXPIRED",
      line: 3,
      column: 66,
      message: `the exception batch of Test.Rule ${told}`,
      fix: "ask its owner, dana, whether to remove it or to set a later day",
    },
  ]);
});

test("one that lasts longer is fine", async () => {
  expect(exceptions(await excepted("2026-04-02"), { now })).toEqual([]);
});

test("an exception of a derived rule is found in its own text, and one of its base at the id", async () => {
  const own = '{ id: "own", owner: "dana", reason: "r", expires: "2026-01-01", when: () => false }';
  const { definition, ...derived } = await ruleOf(
    `extendRule(base, { id: "Test.Derived",\nexceptions: [${own}] })`,
  );
  const rule = {
    ...derived.rule,
    exceptions: [
      { ...ENDED, id: "base" },
      { ...ENDED, id: "own" },
    ],
  } as Detection;
  const issues = exceptions({ ...derived, rule, ...(definition && { definition }) }, { now });
  expect(issues.map(({ line, column }) => [line, column])).toEqual([
    [1, 24],
    [2, 64],
  ]);
});

const ENDED = { owner: "dana", reason: "r", expires: "2026-01-01", when: () => false };
