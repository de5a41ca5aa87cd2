import { closeSync, openSync, writeSync } from "node:fs";
import { CaracalError } from "../base/caracal-error.ts";

const BUFFERED = 64 * 1024;

/** A file that is written from its start, text by text. */
export interface TextFile {
  write(text: string): void;
  close(): void;
}

/**
 * Opens a file for writing; what it held is gone.
 *
 * @throws CaracalError `OUTPUT_UNWRITABLE`
 */
export function textFile(path: string): TextFile {
  const file = attempt(path, () => openSync(path, "w"));
  let pending: string[] = [];
  let length = 0;
  const flush = (): void => {
    if (length > 0) attempt(path, () => writeAll(file, Buffer.from(pending.join(""))));
    pending = [];
    length = 0;
  };
  return {
    write(text) {
      pending.push(text);
      length += text.length;
      if (length >= BUFFERED) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    const message = `cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new CaracalError({ code: "OUTPUT_UNWRITABLE", source: path, message }, { cause });
  }
}
