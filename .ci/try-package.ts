/**
 * Tries the package as it is published, as somebody new to it would, on other versions of Node.js:
 * `node .ci/try-package.ts NODE…`, where each is the path of a Node.js. It packs, and for each makes a fresh project
 * with `caracal init`, installs it, and runs what a project has to offer. The first thing that fails ends it.
 */
import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** What has to work in the project, and what its output has to show. */
const STEPS: readonly (readonly [command: string, shows: RegExp])[] = [
  ["npm install --no-audit --no-fund", /added \d+ packages/],
  ["npm test", /\b2 passed, 0 failed\s*$/],
  ["npm run check", /0 errors/],
  ["npm start", /sandbox-tester was denied 5 models/],
  ["npx caracal new rule Acme.Bedrock.DeniedCalls", /denied-calls\.test\.ts written/],
  ["npx caracal new rule Acme.Bedrock.Sampled --from fixtures/bedrock.ndjson", /sampled\.ts written/],
  ["npm test", /[1-9]\d* passed, 0 failed\s*$/],
  ["npx tsc", /(?:)/],
  ["npx caracal export --out rules.zip", /rules\.zip/],
  [
    "npx caracal run fixtures --bundle rules.zip --format ndjson",
    /"ruleId":"Example\.Bedrock\.ModelProbing"/,
  ],
  ["npx caracal init another --caracal ../*.tgz", /another\/package\.json written/],
];

const folder = mkdtempSync(join(tmpdir(), "caracal-try-"));
try {
  const archive = pack();
  for (const [at, node] of process.argv.slice(2).entries())
    tryOn(node, archive, join(folder, `project-${at}`));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function pack(): string {
  execFileSync(process.execPath, [join(ROOT, ".ci/build-package.ts"), join(folder, "dist")], {
    stdio: "inherit",
  });
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: join(folder, "dist") });
  const [name = ""] = globSync("*.tgz", { cwd: folder });
  return join(folder, name);
}

function tryOn(node: string, archive: string, project: string): void {
  const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
  const env = { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter), NO_COLOR: "1" };
  mkdirSync(project);
  const init = ["init", project, "--caracal", archive];
  execFileSync(process.execPath, [join(ROOT, "sdk/cli/caracal.ts"), ...init], { stdio: "pipe" });
  const start = Date.now();
  for (const [command, shows] of STEPS) {
    const output = run(command, project, env);
    if (!shows.test(output)) throw new Error(`${version}: ${command} printed\n${output}`);
  }
  process.stdout.write(
    `${version}: all ${STEPS.length} steps work; ${Math.round((Date.now() - start) / 1_000)} s\n`,
  );
}

/** Everything that a command prints; what fails is told whole. */
function run(command: string, cwd: string, env: NodeJS.ProcessEnv): string {
  try {
    return execFileSync("sh", ["-c", `${command} 2>&1`], { cwd, env, encoding: "utf8" });
  } catch (error) {
    throw new Error(`${command} failed:\n${(error as { stdout: string }).stdout}`, { cause: error });
  }
}
