import { readFile } from "node:fs/promises";
import isEqual from "lodash/isEqual.js";
import sortBy from "lodash/sortBy.js";
import { CaracalError } from "../base/caracal-error.ts";
import { describeRule } from "../bundle/build-bundle.ts";
import { openBundle } from "../bundle/open-bundle.ts";
import { checkLogTypes } from "./check-log-types.ts";
import { importBundled } from "./import-bundled.ts";
import type { LoadedRules } from "./load-rules.ts";

/**
 * The rules of a bundle, once its hashes are checked, and that they are the rules that its manifest tells of.
 *
 * @throws CaracalError `INPUT_UNREADABLE`, `BUNDLE_INVALID`, `RULE_LOG_TYPE_UNKNOWN`
 */
export async function loadBundle(file: string): Promise<LoadedRules> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    const message = `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new CaracalError({ code: "INPUT_UNREADABLE", source: file, message }, { cause });
  });
  const { code, manifest } = openBundle(bytes, file);
  const rules = await importBundled(code, file);
  if (!isEqual(sortBy(rules.map(describeRule), "id"), manifest.rules)) {
    const message = "its manifest does not tell of the rules that are in it";
    throw new CaracalError({ code: "BUNDLE_INVALID", source: file, message });
  }
  checkLogTypes(rules, file);
  return { rules, logTypes: [], files: new Map(rules.map(({ id }) => [id, file])), issues: [] };
}
