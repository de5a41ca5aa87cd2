/**
 * Measures Caracal against the floor: one thread that unzips a log, splits it into lines and parses each. Both read
 * the same generated log of 400 MB in one gzip file, in turn, three times. `npm run bench`
 *
 * Node unzips a stream on a second thread, so the floor's time on one thread is the processor time of the program
 * that does it. The ratio to its time on the clock, with both threads, is told beside. At the end it measures what the
 * generated decoders cost beside parsing.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { benchLog } from "./bench-log.ts";
import { decodeBench } from "./decode-bench.ts";

const MEGABYTES = 400;
const ROUNDS = 3;
const LEAST_RATIO = 0.5;
const MOST_MEGABYTES = 300;

/** What a process took. */
interface Run {
  /** On the clock. */
  readonly seconds: number;
  /** Of all its threads. */
  readonly cpuSeconds: number;
  /** The most memory it had, in MB. */
  readonly megabytes: number;
}

const log = await benchLog(MEGABYTES);
const floorScript = fileURLToPath(new URL("floor.ts", import.meta.url));
const caracalScript = fileURLToPath(new URL("../../sdk/cli/caracal.ts", import.meta.url));

const ratios: number[] = [];
let peak = 0;
for (let round = 0; round <= ROUNDS; round++) {
  const floor = await run(process.execPath, [floorScript, log]);
  // Started as npx starts it, so with the options of its first line.
  const caracal = await run(caracalScript, ["run", log, "--rules", "aws-bedrock", "--format", "ndjson"]);
  // The first round warms the caches.
  if (round === 0) continue;
  const ratio = floor.cpuSeconds / caracal.seconds;
  ratios.push(ratio);
  peak = Math.max(peak, caracal.megabytes);
  const onClock = floor.seconds / caracal.seconds;
  print(
    `round ${round}: floor ${floor.cpuSeconds.toFixed(2)} s (${floor.seconds.toFixed(2)} s on two threads)`,
  );
  print(`  caracal ${caracal.seconds.toFixed(2)} s, ${Math.round(caracal.megabytes)} MB`);
  print(`  ${ratio.toFixed(2)} of the floor (${onClock.toFixed(2)} of two threads)`);
}

const median = ratios.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
print(`median ${median.toFixed(2)} of the floor, at least ${LEAST_RATIO}`);
print(`peak ${Math.round(peak)} MB, at most ${MOST_MEGABYTES}`);
const decodesFast = decodeBench();
if (median < LEAST_RATIO || peak > MOST_MEGABYTES || !decodesFast) process.exitCode = 1;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function run(command: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const env = {
      ...process.env,
      NODE_OPTIONS: `--import ${new URL("tell-usage.mjs", import.meta.url).href}`,
    };
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "ignore", "pipe"], env });
    let told = "";
    child.stdio[3]?.on("data", (data: Buffer) => (told += data.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = (performance.now() - start) / 1_000;
      if (code === 0) resolve({ seconds, ...(JSON.parse(told) as Omit<Run, "seconds">) });
      else reject(new Error(`${command} ended with ${code}`));
    });
  });
}
