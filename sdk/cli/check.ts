import { type Command, Option } from "commander";
import type { CheckDriftOptions } from "./check-drift.ts";

/** `caracal check`: what is wrong with schemas and rules, or doubtful. */
export function addCheckCommand(program: Command): void {
  program
    .command("check")
    .summary("find what is wrong with schemas and rules")
    .description(
      "Reads log schemas, their overlays and rules, and tells what is wrong with them, or doubtful, each with its place and what to do. Doubts alone do not fail it.",
    )
    .argument("[path...]", "schemas, rules, or folders of them (default: the folders schemas and rules)")
    .addOption(
      new Option("--format <format>", "how findings are written")
        .choices(["pretty", "json"])
        .default("pretty"),
    )
    .option(
      "--drift",
      "the paths are logs: tell how they differ from their schemas, with exit code 1 if they have unknown fields or a rule reads one that never comes",
    )
    .option("--rules <dir|pack>", "with --drift: the rules to look at", "rules")
    .action(
      async (paths: string[], { drift = false, ...options }: CheckDriftOptions & { drift?: boolean }) => {
        if (drift) {
          const { checkDrift } = await import("./check-drift.ts");
          process.exitCode = await checkDrift(paths, options);
        } else {
          const { checkFiles } = await import("./check-files.ts");
          process.exitCode = await checkFiles(paths, options);
        }
      },
    );
}
