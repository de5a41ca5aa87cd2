// Measures the rules with the scoreboard's seeds and writes docs/scoreboard.md and docs/scoreboard.json. One that is worse
// than the committed one is written only with --accept-worse REASON. With --check it only compares, and exits with 1 if
// the files are of other rules or another simulator, or a seed breaks a limit.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { scoreText } from "../../sdk/report/score-text.ts";
import { REPOSITORY } from "../sdk/cli/caracal.ts";
import { measureSeeds } from "./measure-seeds.ts";
import { factsOf, worsened } from "./scoreboard-facts.ts";
import { brokenLimits, committedFacts, scoreboardFiles, staleFiles } from "./scoreboard-files.ts";

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, "accept-worse": { type: "string" } },
});
const reason = values["accept-worse"];
if (reason?.trim() === "") throw new Error("--accept-worse needs a reason");

const start = performance.now();
const scores = await measureSeeds();
const before = committedFacts();
const accepted = before?.acceptedWorse ?? [];
const worse = before === undefined ? [] : worsened(before, factsOf(scores, accepted));
const broken = brokenLimits(scores);

console.log(scoreText(scores));
console.log(`${scores.runs.length} seeds in ${((performance.now() - start) / 1_000).toFixed(1)} s`);
for (const line of [...worse.map((one) => `worse: ${one}`), ...broken]) console.error(line);

if (values.check) {
  const stale = staleFiles(scoreboardFiles(scores, accepted));
  for (const path of stale) console.error(`stale: ${path}; npm run scoreboard writes it`);
  process.exitCode = stale.length + broken.length > 0 ? 1 : 0;
} else if (worse.length > 0 && reason === undefined) {
  console.error('nothing is written; to take it all the same: npm run scoreboard -- --accept-worse "REASON"');
  process.exitCode = 1;
} else {
  const all = worse.length > 0 && reason !== undefined ? [...accepted, { reason, was: worse }] : accepted;
  const files = scoreboardFiles(scores, all);
  for (const path of staleFiles(files)) {
    writeFileSync(join(REPOSITORY, path), files.get(path) ?? "");
    console.log(`${path} written`);
  }
}
