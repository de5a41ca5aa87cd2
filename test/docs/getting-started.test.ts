import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { install } from "../installed-package.ts";
import { REPOSITORY } from "../sdk/cli/caracal.ts";
import { blocks } from "./pages.ts";

const PAGE = "docs/getting-started.md";

/** What a clone does not have, or nobody needs here. */
const NOT_CLONED = ["node_modules", ".git", ".cache", "dist", "fixtures"];

/** What the project says that it needs beside Caracal. */
const TOOLS = ["@types", "fast-check", "recheck", "rolldown", "typescript", "vitest"];

/** The package, as `npm run pack` names it. */
const PACKAGE = "caracal-0.1.0.tgz";

const execute = promisify(execFile);

/** A folder with a clone in it, whose packages are installed, and room beside it for the project. */
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "caracal-start-"));
  await cp(REPOSITORY, join(folder, "clone"), { recursive: true, filter: isCloned });
  await symlink(join(REPOSITORY, "node_modules"), join(folder, "clone/node_modules"));
}, 120_000);

function isCloned(path: string): boolean {
  return !NOT_CLONED.includes(basename(path)) && !path.endsWith(".tgz");
}

afterAll(async () => {
  if (folder !== "") await rm(folder, { recursive: true, force: true });
});

test("the commands of the page do what it says, in the order in which they stand there", async () => {
  const steps = blocks.filter(({ page }) => page === PAGE);
  let cwd = join(folder, "clone");
  let output = "";
  let commands = 0;
  const failed: string[] = [];
  for (const { language, text } of steps) {
    if (language === "text") expect(output).toContain(text.trim());
    if (language === "ts") expect(await readFile(join(cwd, fileOf(text)), "utf8")).toBe(below(text));
    if (language === "diff") await patch(join(cwd, fileOf(text)), below(text));
    if (language !== "sh") continue;
    for (const line of text.trim().split("\n")) {
      commands++;
      if (line.startsWith("cd ")) cwd = join(cwd, line.slice("cd ".length));
      // Packages are those of this checkout: a test needs no registry.
      else if (line === "npm install") await install(join(folder, "clone", PACKAGE), cwd, TOOLS);
      else if (line !== "npm ci") {
        const { code, stdout, stderr } = await run(line, cwd);
        output = stdout;
        if (code !== 0) failed.push(`${line} ended with ${code}\n${stdout}${stderr}`);
      }
    }
  }
  expect(failed).toEqual([expect.stringMatching(/^npx caracal test [^]* 3 passed, 1 failed$/m)]);
  expect(commands).toBeLessThanOrEqual(10);
});

async function run(line: string, cwd: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH, NO_COLOR: "1" };
  try {
    return { code: 0, ...(await execute("sh", ["-c", line], { cwd, env })) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

/** The file that the first line of a block names. */
function fileOf(text: string): string {
  return /^ ?\/\/ (\S+)\n/.exec(text)?.[1] ?? "";
}

function below(text: string): string {
  return text.slice(text.indexOf("\n") + 1);
}

/** Makes an edit as somebody does who reads it: the lines that stay and go are found, and become those that stay and come. */
async function patch(file: string, edit: string): Promise<void> {
  const lines = edit.trimEnd().split("\n");
  const side = (left: string): string =>
    lines.flatMap((line) => (line.startsWith(left) ? [] : [`${line.slice(1)}\n`])).join("");
  const text = await readFile(file, "utf8");
  expect(text.split(side("+"))).toHaveLength(2);
  await writeFile(
    file,
    text.replace(side("+"), () => side("-")),
  );
}
