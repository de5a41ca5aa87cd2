/**
 * Measures Caracal against the floor: the least that any program must do to read a log. Both read the same generated
 * log of 400 MB in one gzip file, in turn, three times. `npm run bench`
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { benchLog } from "./bench-log.ts";

const MEGABYTES = 400;
const ROUNDS = 3;
const LEAST_RATIO = 0.5;
const MOST_MEGABYTES = 300;

interface Run {
  readonly seconds: number;
  /** Peak memory of the process, in MB. */
  readonly megabytes: number;
}

const log = await benchLog(MEGABYTES);
const floor = fileURLToPath(new URL("floor.ts", import.meta.url));
const caracal = fileURLToPath(new URL("../../sdk/cli/caracal.ts", import.meta.url));

const rounds: { floor: Run; caracal: Run }[] = [];
for (let round = 0; round <= ROUNDS; round++) {
  const one = {
    floor: await run(process.execPath, [floor, log]),
    // Started as npx starts it, so with the options of its first line.
    caracal: await run(caracal, ["run", log, "--rules", "aws-bedrock", "--format", "ndjson"]),
  };
  // The first round warms the caches.
  if (round === 0) continue;
  rounds.push(one);
  print(`round ${round}`, one.floor.seconds / one.caracal.seconds, one);
}

const ratios = rounds.map((one) => one.floor.seconds / one.caracal.seconds).toSorted((a, b) => a - b);
const ratio = ratios[Math.floor(ratios.length / 2)] ?? 0;
const peak = Math.max(...rounds.map((one) => one.caracal.megabytes));
process.stdout.write(
  `median: ${ratio.toFixed(2)} of the floor's speed (at least ${LEAST_RATIO}); peak ${Math.round(peak)} MB (at most ${MOST_MEGABYTES})\n`,
);
if (ratio < LEAST_RATIO || peak > MOST_MEGABYTES) process.exitCode = 1;

function print(name: string, ofFloor: number, one: { floor: Run; caracal: Run }): void {
  const describe = ({ seconds, megabytes }: Run): string =>
    `${seconds.toFixed(2)} s, ${Math.round(megabytes)} MB`;
  const text = `${name}: floor ${describe(one.floor)}; caracal ${describe(one.caracal)}; ${ofFloor.toFixed(2)} of the floor`;
  process.stdout.write(`${text}\n`);
}

function run(command: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const env = { ...process.env, NODE_OPTIONS: `--import ${new URL("tell-peak.ts", import.meta.url).href}` };
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "ignore", "pipe"], env });
    let kibibytes = "";
    child.stdio[3]?.on("data", (data: Buffer) => (kibibytes += data.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = (performance.now() - start) / 1_000;
      if (code === 0) resolve({ seconds, megabytes: (Number(kibibytes) * 1_024) / 1e6 });
      else reject(new Error(`${command} ended with ${code}`));
    });
  });
}
