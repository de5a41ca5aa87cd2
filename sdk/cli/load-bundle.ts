import { readFile } from "node:fs/promises";
import { CaracalError } from "../base/caracal-error.ts";
import { openBundle } from "../bundle/open-bundle.ts";
import { importBundled } from "./import-bundled.ts";
import type { LoadedRules } from "./load-rules.ts";

/**
 * The rules of a bundle, once its hashes are checked.
 *
 * @throws CaracalError `INPUT_UNREADABLE`, `BUNDLE_INVALID`
 */
export async function loadBundle(file: string): Promise<LoadedRules> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    const message = `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new CaracalError({ code: "INPUT_UNREADABLE", source: file, message }, { cause });
  });
  const { code } = openBundle(bytes, file);
  const rules = await importBundled(code, file);
  return { rules, logTypes: [], files: new Map(rules.map(({ id }) => [id, file])), issues: [] };
}
