// Writes what is made from the model of the schema language; with --check it only compares and exits with 1 if
// anything differs.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { modelFiles, REPOSITORY, staleFiles } from "./model-files.ts";

const stale = staleFiles();
if (process.argv.includes("--check")) {
  for (const path of stale) console.error(`stale: ${path}`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const path of stale) {
    mkdirSync(dirname(join(REPOSITORY, path)), { recursive: true });
    writeFileSync(join(REPOSITORY, path), modelFiles().get(path) ?? "");
    console.log(`${path} written`);
  }
}
