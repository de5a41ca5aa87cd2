import { realpathSync } from "node:fs";
import type { StateValue } from "../state/store.ts";
import { type TextFile, textFile } from "./text-file.ts";

/** A file that grows from run to run. */
export interface OutputFile extends TextFile {
  /** Under which the state knows how long it is: each file by its path, from the root, links resolved. */
  readonly key: string;
}

/**
 * Opens an output file where the state has left it: what a killed run wrote beyond that is cut off. A file that the
 * state does not know is written from its start.
 *
 * @throws CaracalError `OUTPUT_UNWRITABLE`
 */
export function outputFile(path: string, entries: ReadonlyMap<string, StateValue>): OutputFile {
  const known = entries.get(keyOf(path)) as { readonly length: number } | undefined;
  const file = textFile(path, known?.length);
  return { ...file, key: keyOf(path) };
}

function keyOf(path: string): string {
  try {
    return `file ${realpathSync(path)}`;
  } catch {
    // It is not there yet.
    return `file ${path}`;
  }
}
