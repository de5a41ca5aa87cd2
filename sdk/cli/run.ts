import { type Command, Option } from "commander";
import { FORMATS } from "./formats.ts";
import { parseLateness, parseMoment, parsePath, parseSeverity, parseWorkers } from "./options.ts";
import { addRulesOptions } from "./rules-options.ts";
import type { RunOptions } from "./run-logs.ts";

/** `caracal run`: events through rules to alerts. */
export function addRunCommand(program: Command): void {
  const command = program
    .command("run")
    .summary("take logs through rules to alerts")
    .description(
      "Takes log records through rules to alerts. Alerts go to standard output, everything else to standard error.",
    )
    .argument("[path...]", "files, folders, globs, or - for standard input");
  addRulesOptions(command, "the rules to run")
    .addOption(new Option("--bundle <file>", "run the rules of a bundle").conflicts("rules"))
    .addOption(new Option("--format <format>", "how alerts are written").choices(FORMATS).default("pretty"))
    .option("--out <file>", "write alerts to a file", parsePath)
    .option(
      "--state <file>",
      "go on from where a run with this file stopped, and leave it for the next",
      parsePath,
    )
    .option("--live", "write an alert when it is made, and again whenever it has grown")
    .option("--rejects <file>", "write records that could not become events to a file, each with the reason")
    .option("--stats <file>", "write what was counted to a file, as JSON")
    .option("--from <time>", "skip events before this time", parseMoment)
    .option("--to <time>", "skip events from this time on", parseMoment)
    .option("--min-severity <severity>", "print alerts of this severity and worse", parseSeverity)
    .option(
      "--fail-on <severity>",
      "end with exit code 1 if there is an alert of this severity or worse",
      parseSeverity,
    )
    .addOption(
      new Option("--lateness <duration>", "how much later than others an event may come and still count")
        .argParser(parseLateness)
        .default(parseLateness("15m"), "15m"),
    )
    .option(
      "--workers <n>",
      "threads that read files and ask the rules beside the one that counts (default: 0, one does all)",
      parseWorkers,
    )
    .option("--strict", "reject a record when any of its fields does not fit its schema")
    .action(async (paths: string[], options: RunOptions) => {
      const { runLogs } = await import("./run-logs.ts");
      process.exitCode = await runLogs(paths, options);
    });
}
