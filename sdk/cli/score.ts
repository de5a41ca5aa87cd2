import { type Command, Option } from "commander";
import { parsePath } from "./options.ts";
import { parseLimits } from "./parse-limits.ts";
import type { ScoreOptions } from "./score-runs.ts";

/** `caracal score`: how well alerts tell the incidents of simulated logs. */
export function addScoreCommand(program: Command): void {
  program
    .command("score")
    .summary("measure how well alerts tell the incidents of simulated logs")
    .description(
      "Compares the alerts of a run with the labels of the logs that caracal simulate made: which incidents were found and how soon, and which alerts are false. Of several simulations it tells the mean, its 95 % confidence interval, and the worst.",
    )
    .argument("<dir...>", "folders with labels.json and alerts.ndjson, one for each simulation")
    .option(
      "--alerts <file>",
      "the alerts in each folder, as run --format ndjson or json writes them (default: alerts.ndjson, or alerts.json)",
      parsePath,
    )
    .addOption(
      new Option("--format <format>", "how figures are written")
        .choices(["text", "json", "markdown"])
        .default("text"),
    )
    .option("--out <file>", "write to a file instead of standard output", parsePath)
    .addOption(
      new Option(
        "--require <limits>",
        "exit code 1 if a simulation is worse: recall, precision, false-alerts (a day), median-time, rule-errors, such as recall=0.95,median-time=15m; of alerts of MEDIUM or above, or with any- before it of all",
      ).argParser(parseLimits),
    )
    .action(async (folders: string[], options: ScoreOptions) => {
      const { scoreRuns } = await import("./score-runs.ts");
      process.exitCode = await scoreRuns(folders, options);
    });
}
