import { type Command, Option } from "commander";
import { parsePath } from "./options.ts";
import { addRulesOptions } from "./rules-options.ts";
import type { TestOptions } from "./test-run.ts";

/** `caracal test`: the rules' tests, through vitest. */
export function addTestCommand(program: Command): void {
  const command = program
    .command("test")
    .summary("run the rules' tests")
    .description(
      "Runs the rules' tests with vitest: those in test/rules and rules, or all of the project where there are none. Each rule needs a test in which it raises an alert, and one in which it stays quiet.",
    )
    .argument(
      "[filter...]",
      "ids of rules (* for any letters) or what they begin with, parts of paths, or parts of tests' names",
    );
  addRulesOptions(command, "the rules that need tests")
    .option("--name <text>", "only tests with this in their name")
    .option("--allow-untested", "do not fail for a rule without a positive or a negative case")
    .option("--watch", "run again what a change touches")
    .addOption(
      new Option("--reporter <reporter>", "how results are told")
        .choices(["default", "junit", "json"])
        .default("default"),
    )
    .addOption(
      new Option("--out <file>", "write the report to a file, and print for people").argParser(parsePath),
    )
    .action(async (filters: string[], { watch = false, ...options }: TestOptions & { watch?: boolean }) => {
      if (watch) {
        const { watchTests } = await import("./test-watch.ts");
        await watchTests(filters, options);
      } else {
        const { runTests } = await import("./test-run.ts");
        process.exitCode = await runTests(filters, options);
      }
    });
}
