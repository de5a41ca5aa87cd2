import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { CaracalError } from "../base/caracal-error.ts";

const BUFFERED = 64 * 1024;

/** A file that is written text by text. */
export interface TextFile {
  write(text: string): void;
  /** Writes what was held back, and tells how many bytes the file has. */
  flush(): number;
  /** The same, and what was written is on the disk when it returns. */
  sync(): number;
  close(): void;
}

/**
 * Opens a file for writing; what it held is gone, beyond what is kept.
 *
 * @param keep bytes to keep of what it held, as far as it holds them. Default: none
 * @throws CaracalError `OUTPUT_UNWRITABLE`
 */
export function textFile(path: string, keep = 0): TextFile {
  const file = attempt(path, () => openSync(path, "a"));
  let size = attempt(path, () => cut(file, keep));
  let synced = size;
  let pending: string[] = [];
  let length = 0;
  const flush = (): number => {
    if (length > 0) size += attempt(path, () => writeAll(file, Buffer.from(pending.join(""))));
    pending = [];
    length = 0;
    return size;
  };
  return {
    write(text) {
      pending.push(text);
      length += text.length;
      if (length >= BUFFERED) flush();
    },
    flush,
    sync() {
      if (flush() > synced) attempt(path, () => sync(file));
      synced = size;
      return size;
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

/** Cuts a file to at most so many bytes, and tells how many it has. A device such as /dev/null has none to cut. */
function cut(file: number, keep: number): number {
  const stats = fstatSync(file);
  if (!stats.isFile()) return 0;
  if (stats.size > keep) ftruncateSync(file, keep);
  return Math.min(stats.size, keep);
}

/** A device or a pipe cannot be waited for. */
function sync(file: number): void {
  if (fstatSync(file).isFile()) fsyncSync(file);
}

function writeAll(file: number, bytes: Buffer): number {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  return bytes.length;
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    const message = `cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`;
    const fix = "check its folder, the permissions and the room on the disk";
    throw new CaracalError({ code: "OUTPUT_UNWRITABLE", source: path, message, fix }, { cause });
  }
}
