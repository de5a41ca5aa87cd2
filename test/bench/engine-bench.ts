/**
 * Measures what windows and groups take in time and memory, and what the state costs a run: each case in a process of
 * its own. `node test/bench/engine-bench.ts`
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { benchLog } from "./bench-log.ts";

/** The options that `caracal` itself is started with, and what memory is measured with. */
const OPTIONS = ["--max-semi-space-size=16", "--expose-gc"];

/** How much of the generated log is read with and without a state: 26,000 records. */
const MEGABYTES = 100;

/** Prints a line for each case; `false` where one breaks its bound. */
export async function engineBench(): Promise<boolean> {
  const fixtures = fileURLToPath(new URL("../../fixtures/aws-bedrock/company", import.meta.url));
  const log = await benchLog(MEGABYTES);
  const cases = [
    ...["count", "unique", "groups"].flatMap((name) =>
      ["windows", "engine"].map((scope) => ["window-speed.ts", name, scope]),
    ),
    ...["small", "medium-20", "medium-100", "count", "sum", "unique"].map((name) => [
      "window-memory.ts",
      name,
    ]),
    ["group-cap.ts"],
    // So short that opening the state's file is a good part of it: no bound.
    ["state-cost.ts", fixtures, "the fixtures"],
    ["state-cost.ts", log, `${MEGABYTES} MB of the generated log`, "1.15"],
  ];
  const kept = cases.map(([script = "", ...args]) => {
    const path = fileURLToPath(new URL(script, import.meta.url));
    return spawnSync(process.execPath, [...OPTIONS, path, ...args], { stdio: "inherit" }).status === 0;
  });
  return kept.every(Boolean);
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !(await engineBench())) process.exitCode = 1;
