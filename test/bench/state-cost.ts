/**
 * Measures what `--state` costs a run, which commits every 10,000 records: runs of the Bedrock pack with a state that
 * is new and without one take turns. `node test/bench/state-cost.ts PATH NAME [MOST]`, where MOST is
 * how many times the processor time of a run without the one with a state may take.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./median.ts";
import { printFigure } from "./print-figure.ts";
import { runProcess, type Usage } from "./run-process.ts";

const PAIRS = 5;

const [path = "", name = path, most] = process.argv.slice(2);
const caracal = fileURLToPath(new URL("../../sdk/cli/caracal.ts", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "caracal-bench-"));
const state = join(folder, "state.db");
const stats = join(folder, "stats.json");
const pairs: { readonly without: Usage; readonly kept: Usage }[] = [];
for (let pair = 0; pair <= PAIRS; pair++) {
  const without = await run([]);
  const kept = await run(["--state", state]);
  for (const file of [state, `${state}-wal`, `${state}-shm`]) rmSync(file, { force: true });
  // The first pair warms the caches.
  if (pair > 0) pairs.push({ without, kept });
}
const { events } = JSON.parse(readFileSync(stats, "utf8")) as { readonly events: number };
rmSync(folder, { recursive: true });
if (events === 0) throw new Error(`${path} has no events`);
const ratioOf = (part: keyof Usage): number =>
  median(pairs.map(({ without, kept }) => kept[part] / without[part]));
const seconds = median(pairs.map(({ without }) => without.cpuSeconds));
printFigure({
  name: `${name} (${events.toLocaleString("en-US")} events) with --state`,
  value: ratioOf("cpuSeconds"),
  unit: "times the processor time of a run without",
  ...(most !== undefined && { atMost: Number(most) }),
  beside: `${ratioOf("seconds").toFixed(2)} times its time on the clock, ${seconds.toFixed(2)} s of processor time without`,
});

function run(more: readonly string[]): Promise<Usage> {
  return runProcess(caracal, [
    "run",
    path,
    "--rules",
    "aws-bedrock",
    "--format",
    "ndjson",
    "--stats",
    stats,
    ...more,
  ]);
}
