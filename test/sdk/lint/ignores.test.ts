import { expect, test } from "vitest";
import { withoutIgnored } from "../../../sdk/lint/ignores.ts";
import { impurity } from "../../../sdk/lint/impurity.ts";
import { moduleOf } from "./module-of.ts";

async function leftIn(text: string): Promise<[string, number | undefined][]> {
  const module = await moduleOf(text);
  return withoutIgnored(impurity(module), [module]).map(({ code, line }) => [code, line]);
}

const NOW = "const a = Date.now();";
const WHY = "// caracal-ignore RULE_IMPURE: the day of the build";

test.each([
  ["its own line", `${NOW} ${WHY}`],
  ["the line before", `${WHY}\n${NOW}`],
  ["several for one line", `${WHY}\n// caracal-ignore RULE_IMPURE: and another\n${NOW}`],
])("a comment with a reason leaves out a finding: %s", async (_, text) => {
  expect(await leftIn(text)).toEqual([]);
});

test.each<[string, string, [string, number][]]>([
  [
    "no reason",
    `// caracal-ignore RULE_IMPURE\n${NOW}`,
    [
      ["RULE_IMPURE", 2],
      ["RULE_IGNORE_UNUSED", 1],
    ],
  ],
  [
    "another code",
    `// caracal-ignore RULE_REGEX_SLOW: short\n${NOW}`,
    [
      ["RULE_IMPURE", 2],
      ["RULE_IGNORE_UNUSED", 1],
    ],
  ],
  [
    "another line",
    `${WHY}\n\n${NOW}`,
    [
      ["RULE_IMPURE", 3],
      ["RULE_IGNORE_UNUSED", 1],
    ],
  ],
  ["nothing to leave out", `const a = 1; ${WHY}`, [["RULE_IGNORE_UNUSED", 1]]],
  ["a text that looks like one", `const a = "${WHY}" + Date.now();`, [["RULE_IMPURE", 1]]],
])("a comment leaves out nothing else: %s", async (_, text, expected) => {
  expect(await leftIn(text)).toEqual(expected);
});

test("what keeps a rule from running is told whatever a comment says", async () => {
  const module = await moduleOf("// caracal-ignore RULE_INVALID: later\nconst a = 1;");
  const invalid = { code: "RULE_INVALID", message: "no", source: module.source, line: 2 } as const;
  expect(withoutIgnored([invalid], [module]).map(({ code }) => code)).toEqual([
    "RULE_INVALID",
    "RULE_IGNORE_UNUSED",
  ]);
});
