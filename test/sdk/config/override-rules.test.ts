import { defineCorrelation, defineRule, extendRule, step } from "caracal";
import { expect, test } from "vitest";
import { overrideRules } from "../../../sdk/config/override-rules.ts";

const common = { logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW", detect: () => true } as const;
const one = defineRule({ ...common, id: "Test.One" });
const two = defineRule({ ...common, id: "Test.Two" });
const both = defineCorrelation({
  id: "Test.Both",
  severity: "HIGH",
  order: "any",
  within: "1h",
  steps: { one: step(one, { by: () => "" }), two: step(two, { by: () => "" }) },
});
const loaded = [one, two, both].map((rule) => ({ rule, source: `${rule.id}.ts` }));

test("an override stands where its rule stood, and the others stay", () => {
  const louder = extendRule(two, { severity: "CRITICAL" });
  const later = extendRule(both, { within: "2h" });
  const { rules, findings } = overrideRules(loaded, [later, louder]);
  expect(rules).toEqual([
    loaded[0],
    { rule: louder, source: "Test.Two.ts" },
    { rule: later, source: "Test.Both.ts" },
  ]);
  expect(findings).toEqual([]);
});

test("an override may be made from its rule through others", () => {
  const twice = extendRule(extendRule(one, { severity: "HIGH" }), { enabled: false });
  expect(overrideRules(loaded, [twice]).rules[0]?.rule).toBe(twice);
});

test.each([
  [
    "its rule is not loaded",
    extendRule(defineRule({ ...common, id: "Test.Else" }), { severity: "HIGH" }),
    "there is no rule Test.Else to take the place of",
    "name its pack or folder",
  ],
  [
    "it has an id of its own",
    extendRule(one, { id: "Test.Own" }),
    "there is no rule Test.Own to take the place of",
    "leave out its id",
  ],
  [
    "the rule of that id is another",
    extendRule(defineRule({ ...common, id: "Test.One" }), { severity: "HIGH" }),
    "the rule Test.One that is loaded is not the one that this was made from",
    "import the one that is loaded",
  ],
])("an override changes nothing and is told of where %s", (_, override, message, fix) => {
  const { rules, findings } = overrideRules(loaded, [override]);
  expect(rules).toEqual(loaded);
  expect(findings).toMatchObject([
    {
      path: ["overrides", 0],
      message: expect.stringContaining(message) as string,
      fix: expect.stringContaining(fix) as string,
    },
  ]);
});
