import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import isEqual from "lodash/isEqual.js";
import uniqWith from "lodash/uniqWith.js";
import type { SerializedError, TestCase, TestModule, TestSuite } from "vitest/node";
import type { CaseNote } from "../note-case.ts";

/** How a test case ended. What failed outside of tests, such as a file that does not load, is a failed case too. */
export interface CaseResult {
  /** The rule that it is about, as far as that is known, else its file. */
  readonly group: string;
  /** From the working directory. */
  readonly file: string;
  /** Its name, behind those of the suites that it is in. */
  readonly path: readonly string[];
  readonly state: "passed" | "failed" | "skipped";
  readonly milliseconds: number;
  /** The rules that it asked, and what they answered. */
  readonly notes: readonly CaseNote[];
  readonly failures: readonly Failure[];
  /** Whether it stands for what failed outside of tests. */
  readonly isOutside?: true;
}

/** Why a case failed. */
export interface Failure {
  /** The class of the error. */
  readonly name: string;
  readonly message: string;
  /** What was expected beside what came. */
  readonly diff?: string;
  /** Where in the project it was thrown, its cause before it, innermost first; paths are from the root. */
  readonly frames: readonly Frame[];
}

/** A place in a file, line and column from 1. */
export interface Frame {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Caracal's own code, which no test of a rule is about. */
const OWN = fileURLToPath(new URL("../../", import.meta.url));

/** Said of a test file that does nothing. */
const NO_TEST: SerializedError = { message: "there is no test in this file" };

/** Causes of an error that are told. */
const MOST_CAUSES = 5;

/** What vitest reports as plain data, by group. */
export function resultsOf(
  modules: readonly TestModule[],
  errors: readonly SerializedError[],
): readonly CaseResult[] {
  const results = modules.flatMap((module) => {
    const cases = [...module.children.allTests()].map(caseResult);
    const suites = [module, ...module.children.allSuites()];
    const broken = suites.flatMap((suite) => outside(suite.errors(), suite));
    const isEmpty = module.state() === "passed" && cases.length === 0;
    return withGroups([...cases, ...broken, ...(isEmpty ? outside([NO_TEST], module) : [])]);
  });
  return [...results, ...errors.map(unhandled)].toSorted((one, other) =>
    one.group < other.group ? -1 : Number(one.group > other.group),
  );
}

/** How many cases ended how. */
export function countResults(results: readonly CaseResult[]): Record<CaseResult["state"], number> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { state } of results) counts[state]++;
  return counts;
}

function caseResult(test: TestCase): CaseResult {
  const { state, errors = [] } = test.result();
  const { caracal = [] } = test.meta();
  return {
    ...placeOf(test),
    // What was still to run when the run was stopped counts as not run.
    state: state === "pending" ? "skipped" : state,
    milliseconds: Math.round(test.diagnostic()?.duration ?? 0),
    notes: caracal,
    failures: errors.map(failureOf),
  };
}

function outside(errors: readonly SerializedError[], suite: TestModule | TestSuite): CaseResult[] {
  if (errors.length === 0) return [];
  const failures = errors.map(failureOf);
  return [{ ...placeOf(suite), ...NEVER_RUN, failures }];
}

function unhandled(error: SerializedError): CaseResult {
  const path: unknown = error.VITEST_TEST_PATH;
  const file = typeof path === "string" ? relative(process.cwd(), path) : "(no file)";
  return { group: file, file, path: ["(unhandled error)"], ...NEVER_RUN, failures: [failureOf(error)] };
}

const NEVER_RUN = { state: "failed", milliseconds: 0, notes: [], isOutside: true } as const;

function placeOf(task: TestCase | TestModule | TestSuite): Pick<CaseResult, "group" | "file" | "path"> {
  const path: string[] = [];
  let at = task;
  while (at.type !== "module") {
    path.unshift(at.name);
    at = at.parent;
  }
  const file = relative(process.cwd(), at.moduleId);
  if (task.type !== "test") path.push("(outside of tests)");
  return { group: file, file, path };
}

function failureOf(error: SerializedError): Failure {
  const { name = "Error", message, diff } = error;
  return {
    name,
    message: `${message}${causesOf(error)}`,
    ...(typeof diff === "string" && { diff }),
    frames: framesOf(error),
  };
}

/** A cause that the message tells already is not told again. */
function causesOf({ message, cause }: SerializedError, depth = 1): string {
  if (cause === undefined || cause === null || depth > MOST_CAUSES) return "";
  const text = `${cause.name ?? "Error"}: ${cause.message}`;
  return `${message.includes(text) ? "" : `\ncaused by ${text}`}${causesOf(cause, depth + 1)}`;
}

/** Where a cause was thrown comes before where it was caught. */
function framesOf({ cause, stacks, stack = "" }: SerializedError, depth = 0): Frame[] {
  const inner =
    cause === undefined || cause === null || depth === MOST_CAUSES ? [] : framesOf(cause, depth + 1);
  const own = (stacks ?? framesIn(stack))
    .filter(({ file }) => !file.startsWith(OWN) && !file.includes("/node_modules/"))
    .map(({ file, line, column }) => ({ file, line, column }));
  return uniqWith([...inner, ...own], isEqual);
}

/** The places in a stack as text: vitest reads only those of errors in tests. */
function framesIn(stack: string): Frame[] {
  return stack.split("\n").flatMap((text) => {
    const [, file, line, column] = /^ *at (?:.* \()?((?:file:\/\/)?[^()]+):(\d+):(\d+)\)?$/.exec(text) ?? [];
    if (file === undefined || file.startsWith("node:")) return [];
    const path = file.startsWith("file://") ? fileURLToPath(file) : file;
    return [{ file: path, line: Number(line), column: Number(column) }];
  });
}

/** A case is about the one rule that it asked, else the one that its suite is named after or that its file asks. */
function withGroups(cases: readonly CaseResult[]): CaseResult[] {
  const asked = new Set(cases.flatMap(({ notes }) => notes.map(({ rule }) => rule)));
  return cases.map((one) => {
    const own = new Set(one.notes.map(({ rule }) => rule));
    const named = one.path.slice(0, -1).filter((name) => asked.has(name));
    const [group = one.file, ...more] = own.size > 0 ? own : named.length > 0 ? named : asked;
    return { ...one, group: more.length === 0 ? group : (named[0] ?? one.file) };
  });
}
