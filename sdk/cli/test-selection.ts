import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import type { TestSpecification } from "vitest/node";
import type { Issue } from "../base/issue.ts";
import type { CaseResult } from "../testing/reporter/test-results.ts";
import { findByFilter } from "./test-filter.ts";
import { fullName, namePattern } from "./test-name.ts";
import { testFilesOf } from "./rule-tests.ts";
import type { RuleToTest } from "./test-rules.ts";

/** Which tests are to run. */
export interface Selection {
  readonly specifications: readonly TestSpecification[];
  /** Whether there was neither a filter nor a name. */
  readonly isAll: boolean;
  /** Whether all tests of a rule run whole, so that it can be judged by them. */
  readonly judges: (rule: RuleToTest) => boolean;
  /** Whether an issue is about a rule file that was asked for. */
  readonly hasIssue: (issue: Issue) => boolean;
  /** What each filter selects, for people. */
  readonly told: readonly string[];
  /** Whether a case was asked for: in a file of which only some are, vitest tells of the others as skipped. */
  readonly has: (result: CaseResult) => boolean;
  /** Filters that are a part of a test's name if they are anything. */
  readonly names: readonly string[];
}

/** What there is to select from, and by what. */
export interface SelectionFrom {
  readonly specifications: readonly TestSpecification[];
  readonly rules: readonly RuleToTest[];
  /** What is wrong with rule files. */
  readonly issues?: readonly Issue[];
  /** Ids of rules or what they begin with, parts of paths, parts of tests' names: what any of them selects is run. */
  readonly filters: readonly string[];
  /** Of what the filters select, only tests with this in their name. */
  readonly name?: string | undefined;
}

/** Files that are told of a filter. */
const MOST_LISTED = 5;

/** Where there is no filter, every test is selected. */
export async function selectTests({
  specifications,
  rules,
  issues = [],
  filters,
  name,
}: SelectionFrom): Promise<Selection> {
  if (filters.length === 0) {
    const all = new Set(specifications.map(({ moduleId }) => moduleId));
    const isAll = name === undefined;
    return selection(specifications, all, {
      names: [],
      name,
      judges: () => true,
      isAll,
      hasIssue: () => isAll,
    });
  }
  const files = specifications.map(({ moduleId }) => moduleId);
  const broken = await textsOf(issues);
  const tests = await testFilesOf([...new Set([...rules.map(({ file }) => file), ...broken.keys()])], files);
  const whole = new Set<string>();
  const chosen = new Set<RuleToTest>();
  const asked = new Set<string>();
  const names: string[] = [];
  const told: string[] = [];
  for (const filter of filters) {
    const found = findByFilter(filter, { rules, files, broken });
    if (found === undefined) names.push(filter);
    const sources = [...(found?.rules.map(({ file }) => file) ?? []), ...(found?.broken.keys() ?? [])];
    const own = sources.flatMap((file) => tests.get(file) ?? []);
    const selected = new Set([...(found?.files ?? []), ...own]);
    for (const file of selected) whole.add(file);
    for (const rule of found?.rules ?? []) chosen.add(rule);
    for (const file of found?.broken.keys() ?? []) asked.add(file);
    told.push(`${filter}: ${found === undefined ? "tests with it in their name" : listed([...selected])}`);
  }
  const isWhole = ({ file }: RuleToTest): boolean => tests.get(file)?.every((one) => whole.has(one)) ?? false;
  const judged = new Set([...chosen, ...rules.filter(isWhole)].map(({ id }) => id));
  const isAsked = (file: string): boolean =>
    asked.has(file) || (tests.get(file)?.some((one) => whole.has(one)) ?? false);
  const hasIssue = ({ source }: Issue): boolean => source !== undefined && isAsked(resolve(source));
  return selection(specifications, whole, {
    names,
    name,
    told,
    hasIssue,
    judges: ({ id }) => judged.has(id),
  });
}

/** The texts of the files that issues are about: what does not load has no ids but those written in it. */
async function textsOf(issues: readonly Issue[]): Promise<ReadonlyMap<string, string>> {
  const files = new Set(issues.flatMap(({ source }) => (source === undefined ? [] : [resolve(source)])));
  const texts = new Map<string, string>();
  for (const file of files) texts.set(file, await readFile(file, "utf8").catch(() => ""));
  return texts;
}

function listed(files: readonly string[]): string {
  const names = files.slice(0, MOST_LISTED).map(short).join(", ");
  const more = files.length > MOST_LISTED ? ` and ${files.length - MOST_LISTED} more` : "";
  return `${names || "no test file"}${more}`;
}

function selection(
  specifications: readonly TestSpecification[],
  whole: ReadonlySet<string>,
  {
    names,
    name,
    judges,
    hasIssue,
    told = [],
    isAll = false,
  }: Pick<Selection, "names" | "judges" | "hasIssue"> & Partial<Selection> & Pick<SelectionFrom, "name">,
): Selection {
  const explicit = name === undefined ? undefined : namePattern([name]);
  const implied = names.length === 0 ? undefined : namePattern(names);
  const patternOf = (file: string): RegExp | undefined =>
    allOf([explicit, whole.has(file) ? undefined : implied]);
  const wanted = specifications.filter(({ moduleId }) => names.length > 0 || whole.has(moduleId));
  return {
    specifications: wanted.map((one) => {
      const testNamePattern = patternOf(one.moduleId);
      if (testNamePattern === undefined) return one;
      return one.project.createSpecification(one.moduleId, { testNamePattern }, one.pool);
    }),
    isAll,
    judges: (rule) => name === undefined && judges(rule),
    hasIssue,
    told,
    has: ({ path, file, isOutside }) => isOutside ?? patternOf(resolve(file))?.test(fullName(path)) ?? true,
    names,
  };
}

/** A pattern that fits what several fit. */
function allOf(patterns: readonly (RegExp | undefined)[]): RegExp | undefined {
  const sources = patterns.flatMap((pattern) =>
    pattern === undefined ? [] : `(?=[^]*(?:${pattern.source}))`,
  );
  return sources.length === 0 ? undefined : new RegExp(`^${sources.join("")}`, "i");
}

function short(file: string): string {
  return relative(process.cwd(), file);
}
