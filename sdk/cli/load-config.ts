import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { CaracalError } from "../base/caracal-error.ts";
import type { Config } from "../config/config.ts";
import { checkConfig } from "../config/check-config.ts";
import { deepFreeze } from "../rule/deep-freeze.ts";
import { configFailures } from "./config-failures.ts";
import { configIssues } from "./config-issues.ts";
import { resolveCaracal } from "./resolve-caracal.ts";

/** What a project's configuration says, and the file in which it does. */
export interface LoadedConfig {
  readonly config: Config;
  /** As the user names it; absent where there is none. */
  readonly file?: string;
}

const NAMES = ["caracal.config.ts", "caracal.config.mts", "caracal.config.js", "caracal.config.mjs"];

/**
 * The file of the project's configuration, if there is one.
 *
 * @param asked the file that is named on the command line; false for none
 * @throws CaracalError `INPUT_NOT_FOUND` for one that is named and not there; `CONFIG_INVALID` where there are two
 */
export function findConfig(asked?: string | false): string | undefined {
  if (asked === false) return undefined;
  if (asked !== undefined) {
    if (existsSync(asked)) return asked;
    throw new CaracalError({ code: "INPUT_NOT_FOUND", source: asked, message: "there is no such file" });
  }
  const [file, other] = NAMES.filter((name) => existsSync(name));
  if (other === undefined) return file;
  const message = `there is also ${file}, and only one can count`;
  throw new CaracalError({ code: "CONFIG_INVALID", source: other, message, fix: "remove one of them" });
}

/**
 * Reads the project's configuration. Its paths are made such that they are seen from the working directory.
 *
 * @param asked as {@link findConfig} has it
 * @throws CaracalError as {@link findConfig}; `CONFIG_BROKEN` for a file that does not load, `CONFIG_INVALID` with all
 *   that is wrong with what it says
 */
export async function loadConfig(asked?: string | false): Promise<LoadedConfig> {
  const file = findConfig(asked);
  if (file === undefined) return { config: {} };
  const said = await importConfig(file);
  const findings = checkConfig(said);
  if (findings.length > 0) throw new CaracalError(await configIssues(file, findings));
  const { rules, ...config } = deepFreeze(said as Config);
  const places = rules && { rules: [rules].flat().map((place) => seenFromHere(place, file)) };
  return { config: { ...config, ...places }, file };
}

async function importConfig(file: string): Promise<unknown> {
  resolveCaracal();
  try {
    const module = (await import(pathToFileURL(resolve(file)).href)) as { readonly default?: unknown };
    if (module.default !== undefined) return module.default;
  } catch (error) {
    throw new CaracalError(await configFailures(file, error), { cause: error });
  }
  const message = "it exports no configuration as its default";
  const fix = "write export default defineConfig({ … })";
  throw new CaracalError({ code: "CONFIG_INVALID", source: file, message, fix });
}

/** What is not beside the file is a pack, or missing. */
function seenFromHere(place: string, file: string): string {
  const path = join(dirname(file), place);
  return existsSync(path) ? relative(process.cwd(), resolve(path)) || "." : place;
}
