import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { REPOSITORY } from "../sdk/cli/caracal.ts";
import { apiExamples, publicFunctions } from "./api-examples.ts";

test("everything public that can be called has an example in its doc comment", async () => {
  const shown = new Set((await apiExamples()).map(({ name }) => name));
  expect([...(await publicFunctions())].filter((name) => !shown.has(name))).toEqual([]);
});

test("every example in the doc comment of something public compiles", async () => {
  const examples = await apiExamples();
  // Below the repository, so that `caracal` is found; and out of git.
  await mkdir(join(REPOSITORY, ".cache"), { recursive: true });
  const folder = await mkdtemp(join(REPOSITORY, ".cache/api-examples-"));
  await writeFile(join(folder, "tsconfig.json"), '{ "extends": "../../tsconfig.json", "include": ["."] }');
  for (const { file, name, module } of examples) {
    const room = file.split(/[/\\]/)[1];
    await writeFile(join(folder, `${room}-${name}.ts`), module);
  }
  const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, "--noEmit", "-p", folder], {
    cwd: folder,
  }).catch((error: { stdout: string }) => error);
  await rm(folder, { recursive: true, force: true });
  expect(stdout).toBe("");
});
