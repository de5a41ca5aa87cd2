import type { Command } from "commander";
import type { ExportOptions } from "./export-bundle.ts";
import { addRulesOptions } from "./rules-options.ts";

/** `caracal export`: rules to a bundle. */
export function addExportCommand(program: Command): void {
  const command = program
    .command("export")
    .summary("build a bundle of rules")
    .description(
      "Builds a bundle: one zip with the rules as a module that needs nothing else, and a manifest with the hash of every part.",
    );
  addRulesOptions(command, "the rules that go into it")
    .option("--out <file>", "the bundle (default: NAME-VERSION.zip of the project)")
    .action(async (options: ExportOptions) => {
      const { exportBundle } = await import("./export-bundle.ts");
      process.exitCode = await exportBundle(options);
    });
}
