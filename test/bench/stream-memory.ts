/**
 * Runs a made stream of 30 days and 5 million events through rules of every kind, and looks at the memory of the whole
 * process every few hours, after all garbage is gone: it must not grow. Of about 2,000 principals at a time, one goes and a
 * new one comes every 90 seconds. `node --expose-gc test/bench/stream-memory.ts`
 */
import { Engine } from "../../sdk/engine/engine.ts";
import { sha256 } from "../../sdk/event/sha256.ts";
import { madeEvent } from "./made-events.ts";
import { memoryInUse } from "./memory-in-use.ts";
import { printFigure } from "./print-figure.ts";
import { STREAM_RULES } from "./stream-rules.ts";

const DAYS = 30;
const EVENTS = 5_000_000;
const TURN = 1_000;
const DAY = 86_400_000;
const PRINCIPALS = 2_000;
/** Events between two looks at the memory: about five hours. */
const SAMPLE = 40_000;
/** Milliseconds from one new principal to the next. */
const NEW_PRINCIPAL = 90_000;
const MODELS = 20;
const MOST_GROWTH = 1.1;

const step = (DAYS * DAY) / EVENTS;
const engine = new Engine({ rules: STREAM_RULES, digest: sha256, lateness: 15 * 60_000 });
const megabytes: number[] = [];
let handedOut = 0;
const start = performance.now();
for (let row = 0; row < EVENTS; row++) {
  const at = Math.floor(row * step);
  // Multiplying by an odd number and looking at the high bits makes numbers that are as good as random.
  const dice = Math.imul(row, 0x9e3779b1) >>> 8;
  const principal = Math.floor(at / NEW_PRINCIPAL) + (dice % PRINCIPALS);
  engine.push(madeEvent({ at, row, principal, model: (dice >>> 12) % MODELS }));
  if (row % TURN === TURN - 1) handedOut += engine.turn().length;
  if ((row + 1) % SAMPLE === 0) lookAtMemory(Math.floor(at / DAY));
}
handedOut += engine.finish().length;
const { matches, alerts, evicted, late } = engine.counts;
const seconds = (performance.now() - start) / 1e3;
print(`5 million events of 30 days in ${seconds.toFixed(0)} s: ${matches} matches, ${alerts} alerts`);
for (const [id, rule] of Object.entries(engine.counts.rules))
  print(`  ${id}: ${rule.matches} matches, ${rule.alerts} alerts`);
printFigure({
  name: "memory of a stream, days 21 to 30",
  value: Math.max(...megabytes.slice(20)) / Math.max(...megabytes.slice(10, 20)),
  unit: "times that of days 11 to 20",
  atMost: MOST_GROWTH,
});
printFigure({ name: "alerts not handed out", value: alerts - handedOut, unit: "alerts", atMost: 0 });
printFigure({ name: "evicted or late", value: evicted + late, unit: "groups and events", atMost: 0 });

function lookAtMemory(day: number): void {
  if (day >= megabytes.length && day > 0) print(`  day ${day}: at most ${megabytes[day - 1]?.toFixed(1)} MB`);
  megabytes[day] = Math.max(megabytes[day] ?? 0, memoryInUse() / 1e6);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
