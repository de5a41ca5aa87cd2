/**
 * Measures `caracal simulate`: three weeks of a large company, some 1.2 GB of JSON before compression, written to a
 * new folder. `npm run bench:simulate`
 */
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { printFigure } from "./print-figure.ts";
import { runProcess } from "./run-process.ts";

const COMMAND = fileURLToPath(new URL("../../sdk/cli/caracal.ts", import.meta.url));
const MOST_SECONDS = 60;
const MOST_MEGABYTES = 1_000;

const folder = mkdtempSync(join(tmpdir(), "caracal-simulate-"));
try {
  const out = join(folder, "large");
  const { seconds, cpuSeconds, megabytes } = await runProcess(process.execPath, [
    COMMAND,
    "simulate",
    "--out",
    out,
    "--scale",
    "20",
  ]);
  const written = megabytesIn(join(out, "logs"));
  printFigure({
    name: "caracal simulate, 1 GB of logs",
    value: (seconds / written) * 1_000,
    unit: "s",
    atMost: MOST_SECONDS,
    beside: `${(written / 1_000).toFixed(2)} GB in ${seconds.toFixed(1)} s, of which the processor ${cpuSeconds.toFixed(1)} s`,
  });
  printFigure({ name: "its memory", value: megabytes, unit: "MB", atMost: MOST_MEGABYTES });
} finally {
  rmSync(folder, { recursive: true });
}

/** How much JSON lies in a folder of logs, without the bodies that were kept aside. */
function megabytesIn(logs: string): number {
  const files = globSync("**/*.json.gz", { cwd: logs }).filter((file) => !file.includes("/data/"));
  return files.reduce((sum, file) => sum + gunzipSync(readFileSync(join(logs, file))).length, 0) / 1e6;
}
