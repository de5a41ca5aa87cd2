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

/** Rules that are not measured yet, or of which tests notice too little. A rule that gets there has to leave the list. */
const OWED = JSON.parse(
  readFileSync(join(REPOSITORY, "test/mutation-owed.json"), "utf8"),
) as readonly string[];

/** Each rule's digest as it is now. */
async function digests(): Promise<Readonly<Record<string, string>>> {
  const { rules } = await rulesToTest([join(REPOSITORY, "rules")]);
  const files = [...new Set(rules.map(({ file }) => file))];
  const tests = globSync("{test/rules,rules}/**/*.test.ts", { cwd: REPOSITORY }).map((path) =>
    join(REPOSITORY, path),
  );
  const own = await testFilesOf(files, tests);
  const current = await Promise.all(
    rules.map(async ({ id, file }) => [id, await testDigest(file, own.get(file) ?? [])] as const),
  );
  return Object.fromEntries(current);
}

test("the mutation scores are of the rules and tests as they are; if not, npm run scores measures again", async () => {
  const current = await digests();
  for (const { rule, digest } of rows) expect({ rule, digest }).toEqual({ rule, digest: current[rule] });
});

test("every rule but those that are owed has a score of at least 90 %", async () => {
  const good = new Set(rows.filter(({ score }) => score >= 90).map(({ rule }) => rule));
  const others = Object.keys(await digests()).filter((id) => !good.has(id));
  expect(others.toSorted()).toEqual(OWED);
});

test.each(rows)("the score of $rule is what was killed of it", ({ mutants, killed, score }) => {
  expect(score).toBe(Math.floor((100 * killed) / mutants));
});
