/**
 * Measures what groups and windows take in memory: the heap and what is beside it, after all garbage is gone, less what
 * was in use before the first match. Seen rows and what waits for its order are not in it; they have limits of their
 * own. `node --expose-gc test/bench/window-memory.ts CASE`
 */
import type { AnyEvent } from "caracal";
import { madeEvent } from "./made-events.ts";
import { type Kind, madeRule } from "./made-rule.ts";
import { type MadeWindows, madeWindows } from "./made-windows.ts";
import { memoryInUse } from "./memory-in-use.ts";
import { printFigure } from "./print-figure.ts";

/** Matches that are made and taken at once. */
const TURN = 1_000;
const HOUR = 3_600_000;

interface Case {
  readonly kind: Kind;
  readonly groups: number;
  /** Matches in the window of each group. */
  readonly matches: number;
  /** How many windows of matches come, so that all but the last have left. */
  readonly slides: number;
  readonly values?: number;
  readonly per: "group" | "event";
  readonly atMost?: number;
}

const LARGE = { groups: 1, matches: 1_000_000, slides: 1.5, per: "event", atMost: 24 } as const;

const CASES: Record<string, Case> = {
  small: { kind: "count", groups: 100_000, matches: 1, slides: 1, per: "group", atMost: 512 },
  "medium-20": { kind: "count", groups: 10_000, matches: 20, slides: 1, per: "group" },
  "medium-100": { kind: "count", groups: 1_000, matches: 100, slides: 1, per: "group" },
  count: { kind: "count", ...LARGE },
  sum: { kind: "sum", ...LARGE },
  unique: { kind: "unique", values: 1_800, ...LARGE },
};

const [name = ""] = process.argv.slice(2);
const one = CASES[name];
if (one === undefined) throw new Error(`no case is named ${name}`);
const { kind, groups, matches, slides, values = 1, per, atMost } = one;
const inWindow = groups * matches;
const step = HOUR / inWindow;
const rule = madeRule(kind, "1h");
// The compiler's work is nobody's group.
fill(madeWindows(rule), Math.min(20_000, inWindow));
const windows = madeWindows(rule);
const before = memoryInUse();
fill(windows, inWindow * slides);
const bytes = memoryInUse() - before;
// Nothing of it goes before this line.
const count = [...windows.runner.groups.entries()].length;
printFigure({
  name: `memory of ${count.toLocaleString("en-US")} groups, each with ${matches.toLocaleString("en-US")} matches in its ${kind} window`,
  value: bytes / (per === "group" ? groups : inWindow),
  unit: `bytes ${per === "group" ? "a group" : "an event"}`,
  ...(atMost !== undefined && { atMost }),
  ...(matches > 1 && per === "group" && { beside: "with what an alert would list of its last 100 matches" }),
});

function fill({ runner, match }: MadeWindows, rows: number): void {
  for (let row = 0; row < rows; row += TURN)
    runner.run(Array.from({ length: TURN }, (_, at) => match(eventOf(row + at))));
}

function eventOf(row: number): AnyEvent {
  const model = Math.floor(row / (inWindow / values));
  return madeEvent({ at: Math.floor(row * step), row, principal: row % groups, model });
}
