import { type Command, InvalidArgumentError, Option } from "commander";
import type { MutateOptions } from "./mutation/mutate-rules.ts";
import { parsePath } from "./options.ts";
import { addRulesOptions } from "./rules-options.ts";

/** `caracal mutate`: whether the tests of rules would notice a broken rule. */
export function addMutateCommand(program: Command): void {
  const command = program
    .command("mutate")
    .summary("measure whether tests would notice a broken rule")
    .description(
      "Changes one small thing of a rule after another, runs the rule's tests each time, and shows the changes that no test notices. The rule files stay as they are.",
    )
    .argument("[rule...]", "only these: ids, with * for anything, or parts of rule files' paths");
  addRulesOptions(command)
    .addOption(
      new Option("--min <percent>", "exit code 1 if the tests of a rule notice fewer changes")
        .argParser(parsePercent)
        .default(90),
    )
    .addOption(
      new Option("--format <format>", "how scores are written")
        .choices(["pretty", "json", "markdown"])
        .default("pretty"),
    )
    .option("--out <file>", "write to a file instead of standard output", parsePath)
    .action(async (filters: string[], options: MutateOptions) => {
      const { mutateRules } = await import("./mutation/mutate-rules.ts");
      process.exitCode = await mutateRules(filters, options);
    });
}

function parsePercent(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) > 100)
    throw new InvalidArgumentError("Write a whole number from 0 to 100.");
  return Number(text);
}
