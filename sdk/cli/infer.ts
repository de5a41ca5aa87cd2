import { type Command, Option } from "commander";
import type { InferOptions } from "./infer-schema.ts";

/** `caracal infer`: samples to a log schema. */
export function addInferCommand(program: Command): void {
  program
    .command("infer")
    .summary("draft a log schema from samples")
    .description(
      "Drafts a log schema in Panther's YAML that takes all records of the samples: types, required fields, times, indicators. What the samples leave open is said in comments. The same records always give the same schema.",
    )
    .argument("<sample...>", "files, folders, globs, or - for standard input")
    .option("--schema <name>", "the log type's name (default: Custom. and the sample's name)")
    .option("--out <file>", "write the schema to a file instead of standard output")
    .addOption(
      new Option(
        "--check <file>",
        "write nothing; list what this schema would lose of the samples, with exit code 1 if it is anything",
      ).conflicts(["schema", "out"]),
    )
    .action(async (paths: string[], options: InferOptions) => {
      const { inferFrom } = await import("./infer-schema.ts");
      process.exitCode = await inferFrom(paths, options);
    });
}
