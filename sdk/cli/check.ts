import { type Command, Option } from "commander";
import { CaracalError } from "../base/caracal-error.ts";
import type { CheckOptions } from "./check-files.ts";
import { addRulesOptions, type RulesOptions } from "./rules-options.ts";

type CommandOptions = CheckOptions & RulesOptions & { readonly drift?: boolean };

/** SARIF tells of places in files, and drift has none. */
const NO_SARIF = {
  code: "ARGUMENT_INVALID",
  message: "drift cannot be written as SARIF",
  fix: "use --format json",
} as const;

/** `caracal check`: what is wrong with schemas and rules, or doubtful. */
export function addCheckCommand(program: Command): void {
  const command = program
    .command("check")
    .summary("find what is wrong with schemas and rules")
    .description(
      "Reads log schemas, their overlays and rules, and tells what is wrong with them, or doubtful, each with its place and what to do. Doubts alone do not fail it.",
    )
    .argument(
      "[path...]",
      "schemas, rules, or folders of them (default: the folder schemas, and what --rules is)",
    )
    .addOption(
      new Option("--format <format>", "how findings are written")
        .choices(["pretty", "json", "sarif"])
        .default("pretty"),
    )
    .addOption(new Option("--strict", "end with 1 if there is a warning").conflicts("drift"))
    .option(
      "--drift",
      "the paths are logs: tell how they differ from their schemas, with exit code 1 if they have unknown fields or a rule reads one that never comes",
    );
  addRulesOptions(command, "the rules to check, or with --drift to look at").action(
    async (paths: string[], { drift = false, ...options }: CommandOptions) => {
      if (!drift) {
        const { checkFiles } = await import("./check-files.ts");
        process.exitCode = await checkFiles(paths, options);
        return;
      }
      const { format, ...others } = options;
      if (format === "sarif") throw new CaracalError(NO_SARIF);
      const { checkDrift } = await import("./check-drift.ts");
      process.exitCode = await checkDrift(paths, { ...others, format });
    },
  );
}
