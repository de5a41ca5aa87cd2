import { type Command, InvalidArgumentError, Option } from "commander";
import type { FuzzCommandOptions } from "./fuzz-rules.ts";
import { addRulesOptions } from "./rules-options.ts";

/** `caracal fuzz`: rules against events that their schemas allow. */
export function addFuzzCommand(program: Command): void {
  const command = program
    .command("fuzz")
    .summary("try rules on generated events")
    .description(
      "Generates events from the schemas of each rule's log types, guided by what the rule reads, and finds where a function throws, changes its event, answers differently when asked again, takes too long or says too much. Each fault is shown by the smallest record that has it, as a test. Needs fast-check.",
    )
    .argument(
      "[rule...]",
      "ids of rules, with * for any text, rule files, folders or packs (default: all of --rules)",
    );
  addRulesOptions(command, "where rules and log types are")
    .addOption(number("--seconds <n>", "how long each rule is tried, at most", 3))
    .addOption(number("--runs <n>", "how many events each rule is asked about, at most", 20_000))
    .addOption(
      number("--budget <ms>", "how long a rule may take for one event, at the best of three times", 10),
    )
    .addOption(number("--seed <n>", "what the random events begin with", 1))
    .addOption(
      new Option("--format <format>", "how findings are written")
        .choices(["pretty", "json"])
        .default("pretty"),
    )
    .action(async (filters: string[], options: FuzzCommandOptions) => {
      const { fuzzRules } = await import("./fuzz-rules.ts");
      process.exitCode = await fuzzRules(filters, options);
    });
}

function number(flags: string, description: string, standard: number): Option {
  return new Option(flags, description).default(standard).argParser((text) => {
    const value = Number(text);
    if (!/^\d{1,9}(\.\d{1,3})?$/.test(text) || value === 0)
      throw new InvalidArgumentError("Write a number above 0.");
    return value;
  });
}
