import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { REPOSITORY } from "../sdk/cli/caracal.ts";
import { apiExamples, publicFunctions } from "./api-examples.ts";

/** Below the repository, so that `caracal` is found; and out of git. */
const FOLDER = join(REPOSITORY, ".cache/api-examples");

test("everything public that can be called has an example in its doc comment", async () => {
  const shown = new Set((await apiExamples()).map(({ name }) => name));
  expect([...(await publicFunctions())].filter((name) => !shown.has(name))).toEqual([]);
});

test("every example in the doc comment of something public compiles", async () => {
  const examples = await apiExamples();
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, "tsconfig.json"), '{ "extends": "../../tsconfig.json", "include": ["."] }');
  for (const { name, module } of examples) await writeFile(join(FOLDER, `${name}.ts`), module);
  const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, "--noEmit", "-p", FOLDER], {
    cwd: FOLDER,
  }).catch((error: { stdout: string }) => error);
  expect(stdout).toBe("");
  await rm(FOLDER, { recursive: true, force: true });
});
