// Writes the list of rules in docs/bedrock-pack.md; with --check it only compares and exits with 1 if it differs.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../sdk/cli/caracal.ts";
import { PAGE, packPage } from "./pack-list.ts";

const path = join(REPOSITORY, PAGE);
const isStale = readFileSync(path, "utf8") !== packPage();
if (!process.argv.includes("--check")) writeFileSync(path, packPage());
else if (isStale) {
  console.error(`stale: ${PAGE}; npm run pack-docs writes it`);
  process.exitCode = 1;
}
