import { listOf, nameOf } from "../../lint/value-nodes.ts";
import type { Change } from "./change.ts";
import { definitionAt, type ReadFile } from "./mutated-file.ts";

/** By the part of the rule that is changed. */
const BY_PART: Readonly<Record<string, string>> = {
  severity: "let a test expect the alert's severity",
  defaultSeverity: "let a test expect the severity of an alert whose severity function gives none",
  title: "let a test expect the alert's title",
  description: "let a test expect the alert's description",
  runbook: "let a test expect the alert's runbook",
  reference: "let a test expect the alert's reference",
  destinations: "let a test expect the alert's destinations",
  alertContext: "let a test expect the alert's whole context",
  dedup: "let a test expect the alert's dedup, and records of two groups not to count together",
  dedupPeriod: "let matches come just before this time has passed since the alert, and just after",
  logTypes: "let a test give the rule a record of this log type",
  createAlert: "let a test expect an alert, or none",
};

/** By what kind of change it is. */
const BY_MUTATOR: Readonly<Record<string, string>> = {
  NumberLiteral: "let a test stop one short of this number, and another reach it exactly",
  DurationLiteral: "let what counts lie just within this time in one test, and just beyond it in another",
  SeverityLiteral: "let a test expect the alert's severity",
  StringLiteral: "let a test give a record that differs in this text alone, or expect it",
  Regex: "let a test give a record with a text at the edge of this pattern",
  ObjectLiteral: "let a test expect something of what this object says",
  ArrayDeclaration: "let a test need what is in this list",
  ArrowFunction: "let a test expect what this function makes",
  BlockStatement: "let a test expect what this block does",
};

const BY_CONDITION = "let a test give a record that differs in this condition alone";

/** What test would notice a change. */
export function hintFor(change: Change, file: ReadFile): string {
  const properties = listOf(definitionAt(file, change)?.object.properties);
  const part = properties.find(({ start, end }) => start <= change.start && change.end <= end);
  const hint = part === undefined ? undefined : BY_PART[nameOf(part) ?? ""];
  const optional = optionalIn(change, file.text);
  if (optional !== undefined) return withoutIt(optional, change, hint);
  return hint ?? BY_MUTATOR[change.mutator] ?? BY_CONDITION;
}

/** How far before a change the `??` is looked for whose other side it is. */
const NEAR = 200;

const LET = "let a test";

/** What must be absent for a change to matter: what stands before a `?.` or `??`, when it or what follows is changed. */
function optionalIn({ start, end, replacement }: Change, text: string): string | undefined {
  const [, before] = /([\w$.?[\]]+)\s*\?\?\s*$/.exec(text.slice(Math.max(0, start - NEAR), start)) ?? [];
  if (before !== undefined) return before;
  const old = text.slice(start, end);
  const same = old.split("").findIndex((char, at) => char !== replacement[at]);
  return /^\?[.?]/.test(old.slice(same)) ? old.slice(0, same).trim().replaceAll(/\s+/g, " ") : undefined;
}

function withoutIt(optional: string, { mutator }: Change, hint = ""): string {
  const expected = hint.startsWith(`${LET} expect`) ? `, and${hint.slice(LET.length)}` : "";
  const unless = `if the rule takes none, write above it: // Stryker disable next-line ${mutator}: why`;
  return `${LET} give a record without ${optional}${expected}; ${unless}`;
}
