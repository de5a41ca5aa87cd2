import { existsSync } from "node:fs";
import { CaracalError } from "../base/caracal-error.ts";
import type { Issue } from "../base/issue.ts";
import { findRuleFiles } from "./find-rule-files.ts";
import { rulesInThread } from "./rules-thread.ts";

/** A rule that is to be tested, and where it is written. */
export interface RuleToTest {
  readonly id: string;
  /** The name that its file exports it by. */
  readonly name: string;
  /** Its file, from the root. */
  readonly file: string;
  readonly place: Pick<Issue, "source" | "line" | "column">;
  /** Whether it is a rule whose matches are only for correlations. */
  readonly isSignal: boolean;
}

/** The rules of a folder, each id once, and what is wrong with its files: they do not load, or ids are taken. */
export interface RulesToTest {
  readonly rules: readonly RuleToTest[];
  readonly issues: readonly Issue[];
}

/** Where rules are when nothing else is said. */
const FOLDER = "rules";

/** Milliseconds that loading one file may take: what it needs is loaded before, and a rule file only defines rules. */
const LIMIT = 10_000;

/**
 * Finds the rules of folders, of files or of packs as they are now. Rules that come with Caracal and that a file only
 * hands on are left out: they have their tests.
 *
 * @param at by default the folder `rules`, if there is one
 * @param limit milliseconds that loading one file may take
 * @throws CaracalError `RULES_NOT_FOUND`; `RULE_FILE_BROKEN` for a file that does not come to an end
 */
export async function rulesToTest(at: readonly string[] | undefined, limit = LIMIT): Promise<RulesToTest> {
  const places = at ?? (existsSync(FOLDER) ? [FOLDER] : []);
  const files = new Set((await Promise.all(places.map(filesAt))).flat());
  return files.size === 0 ? { rules: [], issues: [] } : await rulesInThread([...files], limit);
}

async function filesAt(place: string): Promise<readonly string[]> {
  const files = await findRuleFiles(place);
  if (files !== undefined) return files;
  const fix = "name a folder of rules, a rule file, or a pack such as aws-bedrock";
  const message = "there is no such folder, file or pack";
  throw new CaracalError({ code: "RULES_NOT_FOUND", source: place, message, fix });
}
