import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, renameSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createGzip } from "node:zlib";
import { simulateCompany } from "../../sdk/simulate/index.ts";

const FOLDER = fileURLToPath(new URL("../../.cache/bench/", import.meta.url));

/** Two weeks of a company with eight times the principals of the one in the fixtures, and records of about 4 KB. */
const COMPANY = { seed: 1, start: new Date("2026-03-02T00:00:00Z"), days: 14, scale: 8, bodyWords: 270 };

/** A generated log of the wanted size before compression, as one gzip file. It is made once and kept. */
export async function benchLog(megabytes: number): Promise<string> {
  const path = `${FOLDER}${megabytes}-mb-two-weeks.ndjson.gz`;
  if (existsSync(path)) return path;
  mkdirSync(FOLDER, { recursive: true });
  const gzip = createGzip({ level: 6 });
  const file = gzip.pipe(createWriteStream(`${path}.part`));
  let written = 0;
  for (const { record } of simulateCompany(COMPANY)) {
    const line = `${JSON.stringify(record)}\n`;
    written += line.length;
    if (!gzip.write(line)) await once(gzip, "drain");
    if (written >= megabytes * 1e6) break;
  }
  gzip.end();
  await once(file, "close");
  renameSync(`${path}.part`, path);
  return path;
}
