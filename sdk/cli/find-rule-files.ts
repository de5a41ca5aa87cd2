import { existsSync } from "node:fs";
import { glob, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isPack, PACKS } from "./shipped-rules.ts";

/** Not types, tests, or tables of test cases: `cases.ts`, `error-spike.cases.ts`. */
const RULE_FILE = /(?<!\.d|\.test|\.spec|(?:^|[./\\])cases)\.(ts|mts|js|mjs)$/;

/** Files of rules in a stable order, or `undefined` where there is nothing. */
export async function findRuleFiles(at: string): Promise<string[] | undefined> {
  const path = isPack(at) ? join(PACKS, at) : resolve(at);
  if (!existsSync(path)) return undefined;
  if ((await stat(path)).isFile()) return [path];
  const names = await Array.fromAsync(
    glob("**/*.{ts,mts,js,mjs}", { cwd: path, exclude: (name) => /^(\.|node_modules$)/.test(name) }),
  );
  return names
    .filter((name) => RULE_FILE.test(name))
    .toSorted()
    .map((name) => join(path, name));
}
