/**
 * Measures the memory of an engine that sees a million keys and may keep 100,000 groups: the whole process, after all
 * garbage is gone, at its peak. What had to go must be counted. `node --expose-gc test/bench/group-cap.ts`
 */
import { Engine } from "../../sdk/engine/engine.ts";
import { sha256 } from "../../sdk/event/sha256.ts";
import { madeEvent } from "./made-events.ts";
import { madeRule } from "./made-rule.ts";
import { memoryInUse } from "./memory-in-use.ts";
import { printFigure } from "./print-figure.ts";

const KEYS = 1_000_000;
const GROUPS = 100_000;
const TURN = 1_000;
/** Keys between two looks at the memory: it is highest just before room is made, from a full table on. */
const SAMPLE = 10_000;
/** Milliseconds from one key to the next. */
const STEP = 1_000;
const MEGABYTE = 1e6;

// No group is spent before the end.
const rule = madeRule("count", "30d");
const engine = new Engine({ rules: [rule], digest: sha256, lateness: 15 * 60_000, groups: GROUPS });
let peak = 0;
for (let row = 0; row < KEYS; row++) {
  engine.push(madeEvent({ at: row * STEP, row, principal: row, model: 0 }));
  if (row % TURN === TURN - 1) engine.turn();
  if (row % SAMPLE === SAMPLE - 1) peak = Math.max(peak, memoryInUse());
}
engine.finish();
printFigure({ name: "a million keys, room for 100,000", value: peak / MEGABYTE, unit: "MB", atMost: 100 });
printFigure({
  name: "groups that had to go and were counted",
  value: engine.counts.evicted,
  unit: "groups",
  atLeast: KEYS - GROUPS,
  // Making room lets a tenth go at once.
  atMost: KEYS - GROUPS * 0.9,
});
