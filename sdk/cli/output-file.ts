import { realpathSync } from "node:fs";
import type { StateValue } from "../state/store.ts";
import { type TextFile, textFile } from "./text-file.ts";

/** A file that grows from run to run. */
export interface OutputFile extends TextFile {
  /** Under which the state knows how long it is. */
  readonly key: string;
  /** From the root, links resolved. */
  readonly path: string;
}

interface Known {
  readonly path: string;
  readonly length: number;
}

/**
 * Opens an output file where the state has left it: what a killed run wrote beyond that is cut off. A file that the
 * state does not know is written from its start.
 *
 * @param option which output it is, such as `out`
 * @throws CaracalError `OUTPUT_UNWRITABLE`
 */
export function outputFile(
  option: string,
  path: string,
  entries: ReadonlyMap<string, StateValue>,
): OutputFile {
  const key = `file ${option}`;
  const known = entries.get(key) as Known | undefined;
  const file = textFile(path, known?.path === realPath(path) ? known?.length : 0);
  return { ...file, key, path: realPath(path) ?? path };
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
