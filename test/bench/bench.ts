/**
 * Measures Caracal against the floor: one thread that unzips a log, splits it into lines and parses each. Both read
 * the same generated log of 400 MB in one gzip file, in turn, three times. `npm run bench`
 *
 * Node unzips a stream on a second thread, so the floor's time on one thread is the processor time of the program
 * that does it. The ratio to its time on the clock, with both threads, is told beside. Then it measures what the
 * generated decoders cost beside parsing, and what windows and the state cost; see engine-bench.ts.
 */
import { fileURLToPath } from "node:url";
import { benchLog } from "./bench-log.ts";
import { decodeBench } from "./decode-bench.ts";
import { engineBench } from "./engine-bench.ts";
import { median } from "./median.ts";
import { runProcess } from "./run-process.ts";

const MEGABYTES = 400;
const ROUNDS = 3;
const LEAST_RATIO = 0.5;
const MOST_MEGABYTES = 300;

const log = await benchLog(MEGABYTES);
const floorScript = fileURLToPath(new URL("floor.ts", import.meta.url));
const caracalScript = fileURLToPath(new URL("../../sdk/cli/caracal.ts", import.meta.url));

const ratios: number[] = [];
let peak = 0;
for (let round = 0; round <= ROUNDS; round++) {
  const floor = await runProcess(process.execPath, [floorScript, log]);
  // Started as npx starts it, so with the options of its first line.
  const caracal = await runProcess(caracalScript, [
    "run",
    log,
    "--rules",
    "aws",
    "--no-config",
    "--format",
    "ndjson",
  ]);
  // The first round warms the caches.
  if (round === 0) continue;
  const ofFloor = floor.cpuSeconds / caracal.seconds;
  ratios.push(ofFloor);
  peak = Math.max(peak, caracal.megabytes);
  const onClock = floor.seconds / caracal.seconds;
  print(
    `round ${round}: floor ${floor.cpuSeconds.toFixed(2)} s (${floor.seconds.toFixed(2)} s on two threads)`,
  );
  print(`  caracal ${caracal.seconds.toFixed(2)} s, ${Math.round(caracal.megabytes)} MB`);
  print(`  ${ofFloor.toFixed(2)} of the floor (${onClock.toFixed(2)} of two threads)`);
}

const ratio = median(ratios);
print(`median ${ratio.toFixed(2)} of the floor, at least ${LEAST_RATIO}`);
print(`peak ${Math.round(peak)} MB, at most ${MOST_MEGABYTES}`);
const decodesFast = decodeBench();
const keepsBounds = await engineBench();
if (ratio < LEAST_RATIO || peak > MOST_MEGABYTES || !decodesFast || !keepsBounds) process.exitCode = 1;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
