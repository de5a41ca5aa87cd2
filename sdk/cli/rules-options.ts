import { existsSync } from "node:fs";
import { type Command, Option } from "commander";
import { parsePath } from "./options.ts";

/** What a command line says of the rules that a command works with. */
export interface RulesOptions {
  /** Folders, rule files and packs. Default: those of the configuration. */
  readonly rules?: readonly string[];
  /** The configuration's file; false for none. Default: the one of the working directory, if there is one. */
  readonly config?: string | false;
}

/**
 * Adds `--rules`, `--config` and `--no-config` to a command.
 *
 * @param description what the rules are for
 * @param values how its values are written: with `...` several may follow one `--rules`, in a command without arguments
 */
export function addRulesOptions(
  command: Command,
  description = "the rules to look at",
  values = "<dir|pack>",
): Command {
  const text = `${description}: a folder, a rule file or a pack, or several with commas; may be given again (default: those of caracal.config.ts, else rules)`;
  return command
    .addOption(new Option(`--rules ${values}`, text).argParser(parsePlaces))
    .option("--config <file>", "the project's configuration (default: caracal.config.ts)", parsePath)
    .option("--no-config", "as if there were no caracal.config.ts");
}

/** What is named at once or again and again: `aws-bedrock,rules`. A path may have commas of its own. */
function parsePlaces(text: string, before: readonly string[] = []): readonly string[] {
  const named = existsSync(text) ? [text] : text.split(",").map((one) => one.trim());
  return [...before, ...named];
}
