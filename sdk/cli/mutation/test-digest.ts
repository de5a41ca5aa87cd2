import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { importsOf } from "../../lint/imports.ts";
import { parseModule } from "../../lint/parse-module.ts";

/** Hexadecimal digits of a digest: enough to see a change, few enough for a table. */
const DIGITS = 12;

/**
 * A digest of a rule file, of its tests, and of the project's files that they import. As long as it is the same, so is
 * the rule's score, but for changes of Caracal itself.
 *
 * @param file path of the rule file
 * @param tests paths of its test files
 */
export async function testDigest(file: string, tests: readonly string[]): Promise<string> {
  const texts = new Map<string, string>();
  for (const one of [file, ...tests]) await collect(one, texts);
  const hash = createHash("sha256");
  // Sorted, and without the paths: the same files give the same digest wherever the project lies.
  for (const text of [...texts.values()].toSorted()) hash.update(`${text.length} ${text}`);
  return hash.digest("hex").slice(0, DIGITS);
}

async function collect(file: string, texts: Map<string, string>): Promise<void> {
  if (texts.has(file)) return;
  const text = await readFile(file, "utf8");
  texts.set(file, text);
  if (!/\.[cm]?[jt]s$/.test(file)) return;
  const tree = await parseModule(text, file);
  for (const { from } of importsOf({ source: file, text, tree })) {
    const target = resolve(dirname(file), from);
    if (from.startsWith(".") && existsSync(target)) await collect(target, texts);
  }
}
