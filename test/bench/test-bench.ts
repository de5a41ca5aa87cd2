/**
 * Measures `caracal test` as a project uses it, with the package as it is published: 100 rules with 500 cases, three
 * times after one to warm the caches. `npm run bench:test`
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { median } from "./median.ts";
import { printFigure } from "./print-figure.ts";
import { CASES, RULES, testProject } from "./test-project.ts";

const ROUNDS = 3;
const MOST_SECONDS = 10;

const project = testProject();
const seconds: number[] = [];
for (let round = 0; round <= ROUNDS; round++) {
  const taken = await secondsOf(["test"]);
  if (round > 0) seconds.push(taken);
}
printFigure({
  name: `caracal test, ${RULES} rules with ${RULES * CASES} cases`,
  value: median(seconds),
  unit: "s",
  atMost: MOST_SECONDS,
});

/** How long a command takes, from its start to its end. */
function secondsOf(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const command = join(project, "node_modules/caracal/sdk/cli/caracal.js");
    const child = spawn(process.execPath, [command, ...args], { cwd: project, stdio: "ignore" });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve((performance.now() - start) / 1_000);
      else reject(new Error(`caracal ${args.join(" ")} ended with ${code}`));
    });
  });
}
