import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { REPOSITORY } from "./caracal.ts";
import { projectWith, ruleText, testText } from "./test-project.ts";

test("caracal test --watch runs again the tests that a change touches, and judges anew", async () => {
  const folder = await projectWith({
    "rules/one.ts": ruleText("Made.Up.One"),
    "rules/two.ts": ruleText("Made.Up.Two"),
    "test/rules/one.test.ts": testText("one.ts"),
    "test/rules/two.test.ts": testText("two.ts"),
  });
  const { nextRun, stderr } = watch(folder);
  expect(await nextRun()).toBe("✓ Made.Up.One  2\n✓ Made.Up.Two  2\n\n4 passed, 0 failed\n");

  await change(join(folder, "rules/one.ts"), "!== undefined", "=== undefined");
  const broken = await nextRun();
  expect(broken).toMatch(/^✗ Made.Up.One {2}0 passed, 2 failed\n\nMade.Up.One\n/);
  expect(broken).toMatch(/\n2 passed, 2 failed\n$/);
  expect(stderr()).toContain("\nrules/one.ts\n");

  await change(join(folder, "test/rules/two.test.ts"), 'test("stays quiet', 'test.skip("stays quiet');
  expect(await nextRun()).toMatch(
    /^✗ Made.Up.One {2}0 passed, 2 failed\n✓ Made.Up.Two {2}1, 1 skipped\n\n✗ rules\/two.ts:4:7: RULE_UNTESTED Made.Up.Two has no negative case.*\n\n1 passed, 3 failed, 1 skipped\n$/,
  );

  await change(join(folder, "rules/one.ts"), "=== undefined", "!== undefined");
  expect(await nextRun()).toMatch(
    /^✓ Made.Up.One {2}2\n\n✗ .*RULE_UNTESTED.*\n\n3 passed, 1 failed, 1 skipped\n$/,
  );
});

async function change(file: string, from: string, to: string): Promise<void> {
  await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
}

/** Starts the command, and hands out what it prints, run by run. */
function watch(cwd: string): { nextRun: () => Promise<string>; stderr: () => string } {
  const child = spawn(process.execPath, [join(REPOSITORY, "sdk/cli/caracal.ts"), "test", "--watch"], { cwd });
  onTestFinished(() => void child.kill());
  let [stdout, stderr] = ["", ""];
  let wake: (() => void) | undefined;
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    wake?.();
  });
  child.on("close", () => wake?.());
  const nextRun = async (): Promise<string> => {
    let end: RegExpExecArray | null;
    while ((end = /^\d+ passed, \d+ failed.*\n/m.exec(stdout)) === null) {
      if (child.exitCode !== null) throw new Error(`it ended: ${stderr}`);
      await new Promise<void>((resolve) => (wake = resolve));
    }
    const run = stdout.slice(0, end.index + end[0].length);
    stdout = stdout.slice(run.length);
    return run;
  };
  return { nextRun, stderr: () => stderr };
}
