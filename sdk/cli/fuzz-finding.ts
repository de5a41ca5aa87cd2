import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonObject } from "../base/json.ts";
import { type Place, placeIn } from "../lint/place-in.ts";
import type { Fault } from "../testing/fuzz/fuzz-rule.ts";
import { fixFor } from "../testing/fuzz/fix-for.ts";
import { printTest, type TestImport } from "../testing/fuzz/print-test.ts";
import type { Frame } from "../testing/fuzz/problem.ts";
import type { FuzzFinding } from "./fuzz-messages.ts";
import type { SelectedRule } from "./fuzz-selection.ts";
import type { ImportedRules } from "./import-rules.ts";

/** What a finding is told with. */
export interface FindingContext {
  /** The texts of the rule's own files, by their paths. */
  readonly files: ReadonlyMap<string, string>;
  readonly imported: ImportedRules;
}

/** A fault as the command tells it. */
export function findingOf(
  { rule, source }: SelectedRule,
  fault: Fault,
  { files, imported }: FindingContext,
): FuzzFinding {
  const { problem } = fault;
  const text = files.get(resolve(source)) ?? "";
  const thrown = problem.frame && ownPath(problem.frame, files);
  const line = files.get(thrown ?? "")?.split("\n")[(problem.frame?.line ?? 0) - 1];
  const place = thrown === undefined ? placeOfCall(text, rule.id, problem.call) : problem.frame;
  const test = testPath(source);
  const from = (file: string): string => {
    const path = relative(dirname(test), relative(process.cwd(), file));
    return path.startsWith(".") ? path : `./${path}`;
  };
  return {
    code: problem.code,
    source: thrown === undefined ? source : relative(process.cwd(), thrown),
    ...(place && { line: place.line, column: place.column }),
    message: `${rule.id}: ${problem.call} ${problem.message}`,
    fix: fixFor(problem, line),
    rule: rule.id,
    function: problem.call,
    records: Object.values(fault.input) as JsonObject[],
    test: `// ${test}\n${printTest(rule, fault, {
      rule: { ...named(imported.rules.find(({ value }) => value.id === rule.id)?.name), from: from(source) },
      logTypes: logTypesOf(fault, imported, from),
    })}`,
  };
}

/** The file of a frame, if it is one of the rule's own. */
export function ownPath({ file }: Frame, files: ReadonlyMap<string, string>): string | undefined {
  const path = file.startsWith("file:") ? fileURLToPath(file) : file;
  return files.has(path) ? path : undefined;
}

/** Where a function stands in the text of its rule's file, as far as plain text tells. */
export function placeOfCall(text: string, id: string, call: string): Place {
  const start = Math.max(0, text.indexOf(`"${id}"`));
  const [key = ""] = call.split(".");
  const found = new RegExp(`\\b${key.replaceAll(/\W/g, "")}\\b`).exec(text.slice(start));
  return placeIn(text, start + (found?.index ?? 0));
}

/** Where a project keeps the tests of a rule file. */
function testPath(source: string): string {
  return join("test", dirname(source), `${basename(source).replace(/\.[^.]+$/, "")}.test.ts`);
}

function logTypesOf(
  { subject }: Fault,
  { logTypes }: ImportedRules,
  from: (file: string) => string,
): TestImport[] {
  const names = new Set(subject.slots.map(({ logType }) => logType));
  return [...logTypes]
    .filter(([{ name }]) => names.has(name))
    .map(([{ name }, file]) => ({ name: variableOf(name), from: from(file) }));
}

/** What generated files call a log type. */
function variableOf(name: string): string {
  const joined = name.replaceAll(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase());
  return joined.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (start) => start.toLowerCase());
}

function named(name: string | undefined): { readonly name?: string } {
  return name === undefined || name === "default" ? {} : { name };
}
