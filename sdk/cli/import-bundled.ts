import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CaracalError } from "../base/caracal-error.ts";
import type { Detection } from "../rule/step.ts";
import { defineDetection } from "./define-detection.ts";

/**
 * The rules that a bundled module exports.
 *
 * @throws CaracalError `BUNDLE_INVALID` when it does not load on its own
 */
export async function importBundled(code: string, source: string): Promise<readonly Detection[]> {
  const folder = await mkdtemp(join(tmpdir(), "caracal-"));
  const file = join(folder, "rules.mjs");
  try {
    await writeFile(file, code);
    const module = (await import(pathToFileURL(file).href)) as { rules: readonly Detection[] };
    return module.rules.map(defineDetection);
  } catch (cause) {
    const message = `its rules cannot be loaded: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new CaracalError({ code: "BUNDLE_INVALID", source, message }, { cause });
  } finally {
    await rm(folder, { recursive: true });
  }
}
