import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testDigest } from "../sdk/cli/mutation/test-digest.ts";
import { testFilesOf } from "../sdk/cli/rule-tests.ts";
import { rulesToTest } from "../sdk/cli/test-rules.ts";
import { REPOSITORY } from "./sdk/cli/caracal.ts";

const PAGE = readFileSync(join(REPOSITORY, "docs/mutation-scores.md"), "utf8");

/** The table's rows: rule, mutants, killed, score, digest. */
const rows = [...PAGE.matchAll(/^\| `([^`]+)` \| (\d+) \| (\d+) \| (\d+) % \| `(\w+)` \|$/gm)].map(
  ([, rule = "", mutants, killed, score, digest = ""]) => ({
    rule,
    mutants: Number(mutants),
    killed: Number(killed),
    score: Number(score),
    digest,
  }),
);

test("the mutation scores are of the rules and tests as they are; if not, npm run scores measures again", async () => {
  const { rules } = await rulesToTest([join(REPOSITORY, "rules")]);
  const files = [...new Set(rules.map(({ file }) => file))];
  const tests = globSync("{test/rules,rules}/**/*.test.ts", { cwd: REPOSITORY }).map((path) =>
    join(REPOSITORY, path),
  );
  const own = await testFilesOf(files, tests);
  const current = await Promise.all(
    rules.map(async ({ id, file }) => [id, await testDigest(file, own.get(file) ?? [])]),
  );
  expect(Object.fromEntries(rows.map(({ rule, digest }) => [rule, digest]))).toEqual(
    Object.fromEntries(current),
  );
});

test.each(rows)("the tests of $rule notice at least 90 % of changes", ({ mutants, killed, score }) => {
  expect(score).toBe(Math.floor((100 * killed) / mutants));
  expect(score).toBeGreaterThanOrEqual(90);
});
