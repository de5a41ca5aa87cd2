import { isAbsolute, relative, resolve } from "node:path";
import escapeRegExp from "lodash/escapeRegExp.js";
import type { TestSpecification } from "vitest/node";
import type { CaseResult } from "../testing/reporter/test-results.ts";
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
  /** Ids of rules, parts of paths, parts of tests' names: what any of them selects is run. */
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
  filters,
  name,
}: SelectionFrom): Promise<Selection> {
  if (filters.length === 0) {
    const all = new Set(specifications.map(({ moduleId }) => moduleId));
    return selection(specifications, all, { names: [], name, judges: () => true, isAll: name === undefined });
  }
  const files = specifications.map(({ moduleId }) => moduleId);
  const tests = await testFilesOf([...new Set(rules.map(({ file }) => file))], files);
  const whole = new Set<string>();
  const chosen = new Set<RuleToTest>();
  const names: string[] = [];
  const told: string[] = [];
  for (const filter of filters) {
    const found = byId(filter, rules) ?? byPath(filter, rules, files);
    if (found === undefined) names.push(filter);
    const own = found?.rules.flatMap(({ file }) => tests.get(file) ?? []) ?? [];
    const selected = new Set([...(found?.files ?? []), ...own]);
    for (const file of selected) whole.add(file);
    for (const rule of found?.rules ?? []) chosen.add(rule);
    told.push(`${filter}: ${found === undefined ? "tests with it in their name" : listed([...selected])}`);
  }
  const isWhole = ({ file }: RuleToTest): boolean => tests.get(file)?.every((one) => whole.has(one)) ?? false;
  const judged = new Set([...chosen, ...rules.filter(isWhole)].map(({ id }) => id));
  return selection(specifications, whole, { names, name, told, judges: ({ id }) => judged.has(id) });
}

interface Found {
  readonly rules: readonly RuleToTest[];
  readonly files: readonly string[];
}

function byId(filter: string, rules: readonly RuleToTest[]): Found | undefined {
  const pattern = new RegExp(`^${filter.split("*").map(escapeRegExp).join(".*")}$`, "i");
  const found = rules.filter(({ id }) => pattern.test(id));
  return found.length === 0 ? undefined : { rules: found, files: [] };
}

function byPath(filter: string, rules: readonly RuleToTest[], files: readonly string[]): Found | undefined {
  const part = (isAbsolute(filter) ? short(filter) : filter).replace(/^\.\//, "").toLowerCase();
  const has = (file: string): boolean => short(file).toLowerCase().includes(part);
  const found = { rules: rules.filter(({ file }) => has(file)), files: files.filter(has) };
  return found.rules.length + found.files.length === 0 ? undefined : found;
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
    told = [],
    isAll = false,
  }: Pick<Selection, "names" | "judges"> & Partial<Selection> & Pick<SelectionFrom, "name">,
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
