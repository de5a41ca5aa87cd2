import { readFile } from "node:fs/promises";
import { basename, relative } from "node:path";
import { type Definition, findDefinitions } from "../../lint/find-definitions.ts";
import { parseModule } from "../../lint/parse-module.ts";
import { type Change, changed } from "./change.ts";
import type { RuleToTest } from "../test-rules.ts";
import { metadataIn } from "./metadata-in.ts";
import { ownersOf } from "./owners-of.ts";
import { testDigest } from "./test-digest.ts";
import { valueChanges } from "./value-changes.ts";

/** A rule file whose tests are measured, or a file that it imports. */
export interface MutatedFile {
  /** Its path. */
  readonly file: string;
  /** Its path as the user reads it. */
  readonly source: string;
  readonly text: string;
  /** The changes that Stryker does not make. */
  readonly values: readonly Change[];
  /** The test files that belong to it. */
  readonly tests: readonly string[];
}

/** Such a file, what Stryker is to read in its place, and the rules that it writes. */
export interface ReadFile extends MutatedFile {
  readonly shadow: string;
  /** Of the file and its tests as they were read. */
  readonly digest: string;
  readonly definitions: readonly Definition[];
  /** The rule file that imports it and that it is tried for; absent for a rule file. */
  readonly usedBy?: string | undefined;
  /** The ids of the rules that each definition makes. */
  readonly owners: ReadonlyMap<Definition, readonly string[]>;
}

/** A file to be read, with what is known of it. */
export interface FileToMutate {
  readonly file: string;
  /** The rules that it exports, measured or not. */
  readonly rules: readonly Pick<RuleToTest, "id" | "name">[];
  /** The ids of those that are measured; the others stay as they are. */
  readonly asked: ReadonlySet<string>;
  /** Paths of the test files that belong to it. */
  readonly tests: readonly string[];
  readonly usedBy?: string;
}

/** The rule or correlation that a change is in, if it is in one. */
export function definitionAt({ definitions }: ReadFile, { start, end }: Change): Definition | undefined {
  return definitions.find(({ object }) => object.start <= start && end <= object.end);
}

/** A change as Stryker tells it to a test runner: line and column from 0. */
export interface Mutant {
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Reads a rule file and makes its shadow: the text that Stryker reads to find what can be changed, and that never runs.
 * What is not to be changed is a plain 0 there, because Stryker leaves numbers alone. Each change of a value that it
 * does not make itself is one more line, `true;`, which it turns into `false`: so they are planned, timed and counted
 * like all others.
 */
export async function readMutated({ file, rules, asked, tests, usedBy }: FileToMutate): Promise<ReadFile> {
  const text = await readFile(file, "utf8");
  const source = relative(process.cwd(), file);
  const tree = await parseModule(text, source);
  const definitions = findDefinitions({ source, text, tree });
  const owners = ownersOf(definitions, rules);
  const unasked = [...owners].flatMap(([{ object }, ids]) =>
    ids.length > 0 && !ids.some((id) => asked.has(id)) ? [object] : [],
  );
  const kept = [...metadataIn(tree, definitions), ...unasked];
  const values = valueChanges(tree, kept).filter((change) => !isDisabled(change, text));
  const blank = [...kept, ...values.filter(({ mutator }) => mutator !== "NumberLiteral")];
  const plain = blank.reduce((shadow, { start, end }) => changed(shadow, zero(text, start, end)), text);
  const shadow = `${plain}\n${"true;\n".repeat(values.length)}`;
  const digest = await testDigest(file, tests);
  return { file, source, text, values, tests, shadow, definitions, owners, usedBy, digest };
}

/** The file whose shadow Stryker speaks of: shadows are named `0.ts`, `1.ts`, in the order of the files. */
export function shadowed<File extends MutatedFile>(shadow: string, files: readonly File[]): File {
  return files[Number.parseInt(basename(shadow), 10)] as File;
}

/** Whether the line above says so, as it says it to Stryker: `// Stryker disable next-line all: why`. */
function isDisabled({ mutator, start }: Change, text: string): boolean {
  const [above = ""] = text.slice(0, start).split("\n").slice(-2);
  const [, names = ""] = /\/\/ *Stryker disable next-line ([\w, ]+)/.exec(above) ?? [];
  return names.split(/[ ,]+/).some((name) => name === "all" || name === mutator);
}

/** A 0 that takes as much room as what it stands for. */
function zero(text: string, start: number, end: number): Change {
  const replacement = `0${text.slice(start + 1, end).replaceAll(/[^\n]/g, " ")}`;
  return { mutator: "", start, end, replacement };
}

/** What a mutant of a file's shadow changes in the file. */
export function changeOf(
  { text, values }: MutatedFile,
  { mutatorName, replacement, location }: Mutant,
): Change {
  const starts = lineStarts(text);
  const offset = ({ line, column }: Position): number => (starts[line] ?? 0) + column;
  return (
    values[location.start.line - starts.length] ?? {
      mutator: mutatorName,
      start: offset(location.start),
      end: offset(location.end),
      replacement,
    }
  );
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}
