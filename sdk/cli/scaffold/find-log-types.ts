import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { BUILT_IN_LOG_TYPES } from "../../event/built-in-log-types.ts";
import type { LogType } from "../../event/log-type.ts";
import { findRuleFiles } from "../find-rule-files.ts";
import { loadRules } from "../load-rules.ts";

/** A log type that a rule can be over. */
export interface FoundLogType {
  readonly logType: LogType;
  /** Where a log type of one's own is, and what it is called there. */
  readonly own?: { readonly name: string; readonly file: string };
}

/** The log types that come with Caracal, and those that `caracal generate` has written beside the rules. */
export async function findLogTypes(rules: string): Promise<readonly FoundLogType[]> {
  const builtIn = BUILT_IN_LOG_TYPES.map((logType) => ({ logType }));
  const files = (await findRuleFiles(rules)) ?? [];
  if (files.length === 0) return builtIn;
  const { logTypes } = await loadRules(rules, BUILT_IN_LOG_TYPES);
  return [...builtIn, ...(await Promise.all(logTypes.map((logType) => placed(logType, files))))];
}

/** Where in the project a log type is. */
async function placed(logType: LogType, files: readonly string[]): Promise<FoundLogType> {
  for (const path of files) {
    const module = (await import(pathToFileURL(path).href).catch(() => ({}))) as object;
    const name = Object.entries(module).find(([, value]) => value === logType)?.[0];
    const file = relative(process.cwd(), path).replaceAll("\\", "/");
    if (name !== undefined) return { logType, own: { name, file } };
  }
  return { logType };
}
