import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import uniq from "lodash/uniq.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CODES } from "caracal";
import { blocks, pages, textOf } from "./docs/pages.ts";
import { writeRules } from "./docs/write-rules.ts";
import { caracal, REPOSITORY } from "./sdk/cli/caracal.ts";

const run = promisify(execFile);

/** Below the repository, so that `caracal` is found; and out of git. */
const PROJECT = join(REPOSITORY, ".cache/docs");

/** Milliseconds in which even a busy machine is done: some commands simulate weeks, and run all rules over them. */
const PATIENCE = 900_000;

/** A project with every block of TypeScript as the file that its first line names. */
beforeAll(async () => {
  await writeRules(PROJECT);
  await writeFile(join(PROJECT, "tsconfig.json"), '{ "extends": "../../tsconfig.json", "include": ["."] }');
  await writeFile(join(PROJECT, "vitest.config.ts"), "export default {};\n");
  await symlink(join(REPOSITORY, "fixtures"), join(PROJECT, "fixtures"));
  await cp(join(REPOSITORY, "sdk/event/schemas"), join(PROJECT, "sdk/event/schemas"), { recursive: true });
});

afterAll(async () => {
  await rm(PROJECT, { recursive: true, force: true });
});

test("the TypeScript in the docs compiles", async () => {
  const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "--noEmit", "-p", PROJECT]).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout).toBe("");
});

test("the tests in the docs pass", async () => {
  const { stdout, code } = await caracal(["test", "--allow-untested"], { cwd: PROJECT });
  expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^[1-9]\d* passed, 0 failed$/);
  expect(code).toBe(0);
});

test("the commands in the docs work", { timeout: PATIENCE }, async () => {
  // What installs packages, starts the whole job or runs all tests is what CI itself does.
  // Getting started goes on from one command to the next, which its own test does.
  const commands = blocks
    .filter(({ page, language }) => language === "sh" && page !== "docs/getting-started.md")
    .flatMap(({ text }) => text.trim().split("\n"));
  const own = uniq(
    commands.filter((line) => line.startsWith("npx caracal ") && !line.startsWith("npx caracal test")),
  );
  const others = commands.filter((line) => !line.startsWith("npx caracal "));
  expect(others).toEqual(["npm ci && npm start", "npm ci && npm test"]);
  for (const line of own) {
    const words = line.split(" ").map((word) => word.replaceAll(/^"|"$/g, ""));
    const { code, stderr } = await caracal(words.slice(2), { cwd: PROJECT });
    expect({ line, code, stderr }).toMatchObject({ line, code: 0 });
  }
});

test("the table in the README is what npm start prints of HIGH severity", async () => {
  const [shown] = blocks.filter(({ page, language }) => page === "README.md" && language === "text");
  expect(shown?.text).toBe((await caracal(["run", "fixtures", "--min-severity", "HIGH"])).stdout);
});

test("the schema in the docs is one, and its overlay too", async () => {
  const [schema = "", overlay = ""] = blocks
    .filter(({ page, language }) => page === "docs/schemas.md" && language === "yaml")
    .map(({ text }) => text);
  await mkdir(join(PROJECT, "schemas"));
  await writeFile(join(PROJECT, "schemas/Custom.DoorLog.yml"), schema);
  await writeFile(join(PROJECT, "schemas/Custom.DoorLog.overlay.yml"), overlay);
  const { code, stderr } = await caracal(["generate", "schemas", "--out", "rules/generated"], {
    cwd: PROJECT,
  });
  expect([code, stderr]).toEqual([0, "rules/generated/custom-door-log.ts written\n"]);
});

test("every code is in docs/errors.md with its exit code and meaning, and nothing else is", () => {
  const rows = textOf("docs/errors.md").matchAll(/^\| `(\w+)` \| (\d) \| (.*) \|$/gm);
  const listed = [...rows].map(([, code, exit, meaning]) => [code, { exit: Number(exit), meaning }]);
  expect(Object.fromEntries(listed)).toEqual(CODES);
});

test("links between the pages lead somewhere", () => {
  const links = pages.flatMap((page) => {
    const found = textOf(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g);
    return [...found].map(([, link = ""]) => join(dirname(page), link));
  });
  expect(links.filter((link) => globSync(link, { cwd: REPOSITORY }).length === 0)).toEqual([]);
});
