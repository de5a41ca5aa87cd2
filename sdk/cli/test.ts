import { existsSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
      const where = existsSync(RULE_TESTS) ? { dir: RULE_TESTS } : {};
      if (reporter !== "default") return await printReport(startVitest, filters, reporter, where);
      const tests = await startVitest(filters, { watch, reporters: [reporter, countReporter()], ...where });
      if (!watch) await tests.close();
    });
}

/** Runs the tests once and prints their report: a machine reads standard output, so the rest goes elsewhere. */
async function printReport(
  startVitest: typeof Vitest.startVitest,
  filters: string[],
  reporter: "junit" | "json",
  where: { readonly dir?: string },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "caracal-"));
  const report = join(folder, "report");
  const counts = countReporter((line) => void process.stderr.write(line));
  const options = {
    watch: false,
    reporters: [reporter, counts],
    outputFile: { [reporter]: report },
    ...where,
  };
  const tests = await startVitest(filters, options, {}, { stdout: process.stderr });
  await tests.close();
  if (existsSync(report)) process.stdout.write(readFileSync(report));
  rmSync(folder, { recursive: true });
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
