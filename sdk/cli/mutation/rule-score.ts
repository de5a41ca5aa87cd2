import sortBy from "lodash/sortBy.js";
import { relative } from "node:path";
import { placeIn } from "../../lint/place-in.ts";
import { hintFor } from "./hint-for.ts";
import { definitionAt, type ReadFile } from "./mutated-file.ts";
import type { TriedChange } from "./run-stryker.ts";

/** How much of a rule its tests notice. */
export interface RuleScore {
  readonly rule: string;
  /** Its file, as the user reads it. */
  readonly source: string;
  /** Its test files. */
  readonly tests: readonly string[];
  /** Changes that count: those with which the rule still loads. */
  readonly mutants: number;
  /** Of these, how many made a test fail. */
  readonly killed: number;
  /** Percent of the mutants that were killed, rounded down. 100 where nothing can be changed, 0 without tests. */
  readonly score: number;
  readonly survivors: readonly Survivor[];
  /** Of the rule file and its tests: another digest, another score. */
  readonly digest: string;
  /** Rules that the same text makes, so that what is noticed of one counts for the other. */
  readonly together: readonly string[];
}

/** A change that no test noticed. */
export interface Survivor {
  readonly source: string;
  readonly line: number;
  readonly column: number;
  readonly mutator: string;
  /** The lines of the file that the change touches. */
  readonly before: string;
  /** What they become. */
  readonly after: string;
  /** What test would notice. */
  readonly hint: string;
}

/**
 * The score of a rule. What a file holds beside its rules counts for each of them, and so does what it imports.
 *
 * @param imported what its file imports of the project, and what that imports
 */
export function ruleScore(
  id: string,
  file: ReadFile,
  imported: readonly ReadFile[],
  tried: readonly TriedChange[],
): RuleScore {
  const mine = [file, ...imported].flatMap((one) =>
    tried
      .filter((change) => change.file === one.file && change.usedBy === one.usedBy && isOf(id, one, change))
      .map((change) => ({ change, one })),
  );
  const killed = mine.filter(({ change }) => change.result === "killed").length;
  const survivors = mine
    .filter(({ change }) => change.result === "survived")
    .map(({ change, one }) => survivor(change, one));
  const mutants = killed + survivors.length;
  const makers = [...file.owners.values()].filter((ids) => ids.includes(id));
  return {
    rule: id,
    source: file.source,
    tests: file.tests.map((test) => relative(process.cwd(), test)),
    mutants,
    killed,
    score: file.tests.length === 0 ? 0 : mutants === 0 ? 100 : Math.floor((100 * killed) / mutants),
    survivors: sortBy(survivors, [({ source }) => source !== file.source, "source", "line", "column"]),
    digest: file.digest,
    together: [...new Set(makers.flat())].filter((other) => other !== id),
  };
}

/** Whether a change is one of a rule: in what makes it, or in nothing that makes another. */
function isOf(id: string, file: ReadFile, change: TriedChange): boolean {
  const definition = definitionAt(file, change);
  const owners = definition === undefined ? [] : (file.owners.get(definition) ?? []);
  return owners.length === 0 || owners.includes(id);
}

function survivor(change: TriedChange, file: ReadFile): Survivor {
  const { text, source } = file;
  const { start, end, replacement, mutator } = change;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", end) === -1 ? text.length : text.indexOf("\n", end);
  return {
    source,
    ...placeIn(text, start),
    mutator,
    before: text.slice(from, to),
    after: text.slice(from, start) + replacement + text.slice(end, to),
    hint: hintFor(change, file),
  };
}
