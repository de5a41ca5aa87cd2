import { type Command, Option } from "commander";
import type { GenerateOptions } from "./generate-types.ts";

/** `caracal generate`: log schemas to TypeScript. */
export function addGenerateCommand(program: Command): void {
  program
    .command("generate")
    .summary("turn log schemas into typed events and decoders")
    .description(
      "Turns log schemas in Panther's YAML into TypeScript: an interface for the event, its decoder, and its entry in LogTypes. A NAME.overlay.yml beside NAME.yml adds to it.",
    )
    .argument("<schema...>", "schema files, or folders of them")
    .requiredOption("--out <dir>", "the folder for the generated files")
    .option(
      "--check",
      "write nothing; end with exit code 1 if a file is not what its schema generates, or has none any more",
    )
    .addOption(
      new Option("--runtime <module>", "where generated files import the decoding runtime from").hideHelp(),
    )
    .addOption(new Option("--registry <module>", "the module whose LogTypes they join").hideHelp())
    .action(async (paths: string[], options: GenerateOptions) => {
      const { generateTypes } = await import("./generate-types.ts");
      process.exitCode = await generateTypes(paths, options);
    });
}
