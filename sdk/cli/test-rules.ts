import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import escapeRegExp from "lodash/escapeRegExp.js";
import { CaracalError } from "../base/caracal-error.ts";
import type { Issue } from "../base/issue.ts";
import { placeIn } from "../lint/place-in.ts";
import { isDetection } from "./define-detection.ts";
import { findRuleFiles } from "./find-rule-files.ts";
import { loadIssues } from "./load-issues.ts";
import { resolveCaracal } from "./resolve-caracal.ts";
import { PACKS, shippedRules } from "./shipped-rules.ts";

/** A rule that is to be tested, and where it is written. */
export interface RuleToTest {
  readonly id: string;
  /** The name that its file exports it by. */
  readonly name: string;
  /** Its file, from the root. */
  readonly file: string;
  readonly place: Pick<Issue, "source" | "line" | "column">;
}

/** The rules of a folder, and why files of it do not load. */
export interface RulesToTest {
  readonly rules: readonly RuleToTest[];
  readonly issues: readonly Issue[];
}

/** Where rules are when nothing else is said. */
const FOLDER = "rules";

/**
 * Finds the rules of a folder, of a file or of a pack as they are now: a file that has changed since the last call is
 * loaded anew. Rules that come with Caracal and that a file only hands on are left out: they have their tests.
 *
 * @param at by default the folder `rules`, if there is one
 * @throws CaracalError `RULES_NOT_FOUND`
 */
export async function rulesToTest(at: string | undefined): Promise<RulesToTest> {
  if (at === undefined && !existsSync(FOLDER)) return { rules: [], issues: [] };
  const files = await findRuleFiles(at ?? FOLDER);
  if (files === undefined) {
    const fix = "name a folder of rules, a rule file, or a pack such as aws-bedrock";
    const message = "there is no such folder, file or pack";
    throw new CaracalError({ code: "RULES_NOT_FOUND", source: at ?? FOLDER, message, fix });
  }
  resolveCaracal();
  const shipped = await shippedRules();
  const rules = new Map<string, RuleToTest & { readonly isWrittenHere: boolean }>();
  const issues: Issue[] = [];
  for (const [file, loaded] of await Promise.all(
    files.map(async (one) => [one, await load(one, shipped)] as const),
  )) {
    const source = relative(process.cwd(), file);
    if (!("exports" in loaded)) issues.push(...loadIssues(loaded.error, loaded.loadedAs, source));
    else
      for (const [name, id] of loaded.exports) {
        const offset = loaded.text.search(new RegExp(`["'\`]${escapeRegExp(id)}["'\`]`));
        // An index exports the rules of other files too.
        const present = rules.get(id);
        if (present !== undefined && (present.isWrittenHere || offset === -1)) continue;
        const place = { source, ...(offset >= 0 && placeIn(loaded.text, offset)) };
        rules.set(id, { id, name, file, place, isWrittenHere: offset >= 0 });
      }
  }
  return { rules: [...rules.values()], issues };
}

type Loaded =
  | { readonly exports: readonly [string, string][]; readonly text: string }
  | { readonly error: unknown; readonly loadedAs: string };

/** @param shipped rules of packs: exported unchanged by a file of the project, they are not the project's to test */
async function load(file: string, shipped: ReadonlySet<unknown>): Promise<Loaded> {
  // Without a point, which would look like the ending of a file's name.
  const changed = Math.round((await stat(file)).mtimeMs * 1_000);
  const isPack = file.startsWith(PACKS);
  try {
    const module = (await import(`${pathToFileURL(file).href}?${changed}`)) as object;
    const exports = Object.entries(module).flatMap(([name, value]: [string, unknown]) => {
      const own = [value].flat().filter((one) => isPack || !shipped.has(one));
      return own.filter(isDetection).map(({ id }): [string, string] => [name, id]);
    });
    return { exports, text: await readFile(file, "utf8") };
  } catch (error) {
    return { error, loadedAs: `${file}?${changed}` };
  }
}
