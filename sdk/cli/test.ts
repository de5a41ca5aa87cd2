import { existsSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Command, Option } from "commander";
import { CaracalError } from "../base/caracal-error.ts";
import type * as Vitest from "vitest/node";
import { countReporter } from "../testing/count-reporter.ts";

/** Where the tests of rules are, in a project laid out as Caracal's own. */
const RULE_TESTS = "test/rules";

interface TestOptions {
  readonly watch?: boolean;
  readonly reporter: "default" | "junit" | "json";
}

/** `caracal test`: the rules' unit tests, through vitest. */
export function addTestCommand(program: Command): void {
  program
    .command("test")
    .summary("run the rules' unit tests")
    .description(
      `Runs the rules' unit tests with vitest: those in ${RULE_TESTS}, or all of the project where there is no such folder.`,
    )
    .argument("[filter...]", "run only test files whose path contains one of these")
    .option("--watch", "run again what a change touches")
    .addOption(
      new Option("--reporter <reporter>", "how results are told")
        .choices(["default", "junit", "json"])
        .default("default"),
    )
    .action(async (filters: string[], { watch = false, reporter }: TestOptions) => {
      const { startVitest } = await vitest();
      // A machine reads standard output then, so the line for people goes elsewhere.
      const counts =
        reporter === "default" ? countReporter() : countReporter((line) => void process.stderr.write(line));
      const report = join(await mkdtemp(join(tmpdir(), "caracal-")), "report");
      const tests = await startVitest(
        filters,
        {
          watch,
          reporters: [reporter, counts],
          ...(reporter !== "default" && { outputFile: { [reporter]: report } }),
          ...(existsSync(RULE_TESTS) && { dir: RULE_TESTS }),
        },
        {},
        reporter === "default" ? {} : { stdout: process.stderr },
      );
      if (watch) return;
      await tests.close();
      if (reporter !== "default") process.stdout.write(readFileSync(report));
      rmSync(dirname(report), { recursive: true });
    });
}

async function vitest(): Promise<typeof Vitest> {
  try {
    return await import("vitest/node");
  } catch (cause) {
    const issue = {
      code: "TOOL_MISSING",
      message: "vitest is not installed",
      fix: "npm install --save-dev vitest",
    } as const;
    throw new CaracalError(issue, { cause });
  }
}
