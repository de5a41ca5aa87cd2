import { type Command, InvalidArgumentError, Option } from "commander";
import { parseMoment, parsePath } from "./options.ts";
import type { SimulateCommandOptions } from "./simulate-logs.ts";

/** Nearly two million records a day: more is a slip of the keyboard. */
const MOST_SCALE = 1_000;

/** `caracal simulate`: logs of an invented company, with attacks and labels. */
export function addSimulateCommand(program: Command): void {
  program
    .command("simulate")
    .summary("make the logs of an invented company, with labelled attacks")
    .description(
      "Writes weeks of Bedrock invocation logs and CloudTrail records of an invented company: ordinary life, things that only look like attacks, and attacks. labels.json says which events belong to which. The same options give the same files on any machine.",
    )
    .addOption(
      new Option(
        "--out <dir>",
        "the folder, which must be new or empty: logs in its logs/, and labels.json",
      ).argParser(parsePath),
    )
    .addOption(whole("--days <n>", "how many days; attacks begin on the ninth", 21, 1, 365))
    .addOption(whole("--seed <n>", "what the random values begin with", 1, 0, 0xffff_ffff))
    .addOption(
      new Option("--scale <x>", "how many times the ordinary traffic: 1 is some 1,800 records a day")
        .default(1)
        .argParser(parseScale),
    )
    .option("--scenario <attack...>", "only these: id or id/variant, or none (default: one variant of each)")
    .option("--held-out", "take the attacks' texts from the lists that detections are measured with", false)
    .addOption(
      new Option("--start <date>", "the first day, in UTC").default("2026-08-03").argParser((text) => {
        parseMoment(text);
        return text;
      }),
    )
    .option("--list", "list the attacks instead", false)
    .action(async (options: SimulateCommandOptions) => {
      const { listScenarios, simulateLogs } = await import("./simulate-logs.ts");
      if (options.list) listScenarios();
      else await simulateLogs(options);
    });
}

function whole(flags: string, description: string, standard: number, least: number, most: number): Option {
  return new Option(flags, description).default(standard).argParser((text) => {
    const value = Number(text);
    if (!/^\d{1,10}$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
    return value;
  });
}

function parseScale(text: string): number {
  const value = Number(text);
  if (!/^\d{1,4}(\.\d{1,3})?$/.test(text) || value === 0 || value > MOST_SCALE)
    throw new InvalidArgumentError(`Write a number above 0 and up to ${MOST_SCALE}.`);
  return value;
}
