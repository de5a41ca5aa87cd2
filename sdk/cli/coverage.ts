import { type Command, Option } from "commander";
import type { CoverageOptions } from "./coverage-of-rules.ts";
import { addRulesOptions } from "./rules-options.ts";

/** `caracal coverage`: which techniques of ATT&CK and ATLAS the rules report. */
export function addCoverageCommand(program: Command): void {
  const command = program
    .command("coverage")
    .summary("show which techniques the rules report, and which have no rule")
    .description(
      "Shows which techniques of MITRE ATLAS and MITRE ATT&CK rules say they find, in their reports, and names the gaps. Rules that are switched off do not count.",
    );
  addRulesOptions(command, "the rules to look at", "<dir|pack...>")
    .addOption(
      new Option("--format <format>", "how it is written; navigator is a layer for MITRE's Navigator")
        .choices(["pretty", "navigator", "markdown", "json"])
        .default("pretty"),
    )
    .addOption(new Option("--framework <name>", "only this one (default: both)").choices(["atlas", "attack"]))
    .option("--out <file>", "write to a file instead of standard output")
    .action(async (options: CoverageOptions) => {
      const { showCoverage } = await import("./coverage-of-rules.ts");
      process.exitCode = await showCoverage(options);
    });
}
