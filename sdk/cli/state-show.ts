import { statSync } from "node:fs";
import { formatCount } from "../report/format-count.ts";
import { STATE_FORMAT } from "../state/open-state-file.ts";
import { groupFacts, stateFacts, watermarkOf } from "./state-facts.ts";
import { type StateEntries, withStateFile } from "./state-file.ts";
import { entriesOfRule, ruleFacts } from "./state-rules.ts";
import { ruleTable, short, stateTable } from "./state-table.ts";
import { paintFor, widthOf } from "./terminal.ts";

/** What the command line says of showing a state. */
export interface ShowOptions {
  readonly rule?: string;
  readonly format: "pretty" | "json";
}

/** Prints what a state file remembers, or what it remembers for one rule. */
export function showState(path: string, { rule, format }: ShowOptions): Promise<void> {
  return withStateFile(path, (entries) => {
    const { facts, text } = rule === undefined ? ofAll(entries, path) : ofRule(entries, rule, path);
    process.stdout.write(format === "json" ? `${JSON.stringify(facts, null, 2)}\n` : text);
  });
}

/** The same for programs and for people. */
interface Shown {
  readonly facts: object;
  readonly text: string;
}

function ofAll(entries: StateEntries, path: string): Shown {
  const facts = stateFacts(entries);
  const { size } = statSync(path);
  const { paint, ...options } = tableOptions();
  const time = facts.time === undefined ? "no event yet" : `events up to ${short(facts.time)} UTC`;
  const head = `${paint("bold", path)}: format ${STATE_FORMAT}, ${formatCount(size, "byte")}, ${time}\n`;
  return {
    facts: { file: path, format: STATE_FORMAT, bytes: size, ...facts },
    text: head + stateTable(facts, { paint, ...options }),
  };
}

function ofRule(entries: StateEntries, ruleId: string, path: string): Shown {
  const now = watermarkOf(entries);
  const own = entriesOfRule(entries, ruleId, path);
  const [facts, groups] = [ruleFacts(ruleId, own, now), groupFacts(own, now)];
  return {
    facts: { file: path, ...facts, groups },
    text: ruleTable(facts, groups, tableOptions()),
  };
}

function tableOptions() {
  return { ...widthOf(process.stdout), paint: paintFor(process.stdout) };
}
