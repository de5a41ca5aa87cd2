/**
 * Measures how many matches a second a rule with a window takes, in one of two scopes:
 *
 * - `windows`: matches made beforehand through group, window and measure, with what an alert would list of each.
 * - `engine`: events made beforehand through the whole engine: seen rows, detect, dedup, the order within a lateness
 *   of 15 minutes, and then the same.
 *
 * Nobody decodes anything. The time is the processor's, of all threads, the garbage collector's among them. Beside it
 * is told how fast a plain Map counts the same keys. `node --expose-gc test/bench/window-speed.ts CASE SCOPE`
 */
import type { AnyEvent } from "caracal";
import { Engine } from "../../sdk/engine/engine.ts";
import { sha256 } from "../../sdk/event/sha256.ts";
import { madeEvent } from "./made-events.ts";
import { type Kind, madeRule } from "./made-rule.ts";
import { madeWindows } from "./made-windows.ts";
import { median } from "./median.ts";
import { printFigure } from "./print-figure.ts";

const ROUNDS = 9;
/** Rounds that count for nothing: the compiler is still at work, and windows fill. */
const WARM_ROUNDS = 4;
const ROUND_EVENTS = 50_000;
/** As many as a run counts at once. */
const TURN_EVENTS = 1_024;
/** Milliseconds from one event to the next. */
const STEP = 100;
const LATENESS = 15 * 60_000;

interface Case {
  readonly kind: Kind;
  readonly hours: number;
  readonly groups: number;
  /** Values in a window; new ones come and old ones go. */
  readonly values: number;
  readonly atLeast: number;
}

const CASES: Record<string, Case> = {
  count: { kind: "count", hours: 1, groups: 1, values: 1, atLeast: 500_000 },
  unique: { kind: "unique", hours: 1, groups: 1, values: 1_800, atLeast: 500_000 },
  groups: { kind: "count", hours: 4, groups: 50_000, values: 1, atLeast: 300_000 },
};

const [name = "", scope = ""] = process.argv.slice(2);
const one = CASES[name];
if (one === undefined) throw new Error(`no case is named ${name}`);
const { kind, hours, groups, values, atLeast } = one;
const rule = madeRule(kind, `${hours}h`);
const take = scope === "engine" ? throughEngine() : throughWindows();
const counted = new Map<string, number>();
const inWindow = (hours * 3_600_000) / STEP;

const rates: number[] = [];
const ratios: number[] = [];
for (let round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
  const { spent, ofMap } = roundOf(round);
  if (round < WARM_ROUNDS) continue;
  rates.push((ROUND_EVENTS / spent) * 1e3);
  ratios.push(ofMap / spent);
}
printFigure({
  name: `${name} (groups: ${groups.toLocaleString("en-US")}, values in the window: ${values.toLocaleString("en-US")}), ${scope}`,
  value: median(rates),
  unit: "matches/s",
  // The whole engine is told for comparison.
  ...(scope === "windows" && { atLeast }),
  beside: `${median(ratios).toFixed(3)} of the speed of a plain Map`,
});

/** Milliseconds of one round, and of a Map that counts the same keys. */
function roundOf(round: number): { spent: number; ofMap: number } {
  const rows = Array.from({ length: ROUND_EVENTS }, (_, at) => round * ROUND_EVENTS + at);
  const spent = take(rows.map(eventOf));
  const keys = rows.map((row) => eventOf(row).p_any_aws_arns?.[0] ?? "");
  return { spent, ofMap: timeOf(() => countKeys(keys)) };
}

function eventOf(row: number): AnyEvent {
  const model = Math.floor(row / (inWindow / values));
  return madeEvent({ at: row * STEP, row, principal: row % groups, model });
}

function throughEngine(): (events: readonly AnyEvent[]) => number {
  const engine = new Engine({ rules: [rule], digest: sha256, lateness: LATENESS });
  return (events) =>
    timeOf(() => {
      for (const [at, event] of events.entries()) {
        engine.push(event);
        if (at % TURN_EVENTS === TURN_EVENTS - 1) engine.turn();
      }
      engine.turn();
    });
}

function throughWindows(): (events: readonly AnyEvent[]) => number {
  const { runner, match } = madeWindows(rule);
  return (events) => {
    const matches = events.map(match);
    const turns = Array.from({ length: Math.ceil(matches.length / TURN_EVENTS) }, (_, turn) =>
      matches.slice(turn * TURN_EVENTS, (turn + 1) * TURN_EVENTS),
    );
    return timeOf(() => turns.forEach((turn) => runner.run(turn)));
  };
}

function countKeys(keys: readonly string[]): void {
  for (const key of keys) counted.set(key, (counted.get(key) ?? 0) + 1);
}

/** Milliseconds of all processors. */
function timeOf(work: () => void): number {
  globalThis.gc?.();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}
