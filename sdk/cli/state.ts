import { type Command, Option } from "commander";
import { parseMoment } from "./options.ts";
import type { PruneOptions } from "./state-prune.ts";
import type { ShowOptions } from "./state-show.ts";

/** `caracal state`: what a state file remembers, and how to make it forget. */
export function addStateCommand(program: Command): void {
  const state = program
    .command("state")
    .summary("look into a state file, or make it forget")
    .description(
      "Looks into the file that run --state keeps, or makes it forget. No run may use it meanwhile.",
    );
  state
    .command("show")
    .summary("tell what a state file remembers")
    .description(
      "Tells what a state file remembers: of each rule, of the logs that were read, and of alerts.",
    )
    .argument("<file>", "the state file")
    .option("--rule <id>", "tell of this rule alone, group by group")
    .addOption(new Option("--format <format>").choices(["pretty", "json"]).default("pretty"))
    .action(async (file: string, options: ShowOptions) => {
      const { showState } = await import("./state-show.ts");
      await showState(file, options);
    });
  state
    .command("prune")
    .summary("make a state file forget")
    .description("Takes out of a state file what is named, and makes the file smaller.")
    .argument("<file>", "the state file")
    .option("--rule <id>", "all that is remembered for a rule: it starts from nothing")
    .option("--sources-before <time>", "logs that were last read before then", parseMoment)
    .action(async (file: string, options: PruneOptions) => {
      const { pruneState } = await import("./state-prune.ts");
      await pruneState(file, options);
    });
}
