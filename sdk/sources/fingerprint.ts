import { createHash, type Hash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { reasonToSkip } from "./s3-key.ts";

/** How much of a file's beginning and of its end is looked at. */
const EDGE_BYTES = 64 * 1024;

/**
 * What the content of a file is recognised by: SHA-256 over its size, its first 64 KiB and its last 64 KiB, in 32
 * hexadecimal digits. A change between the two goes unnoticed. What is skipped for its name, such as a body beside
 * Bedrock's logs, is told apart from a file that is read.
 *
 * @param size bytes of the file; more that follow do not count, so a file that grew is known by its former size
 * @example
 * fingerprint("app.log", 1_000); // the same after more was appended, and when it is called app.log.1
 */
export function fingerprint(path: string, size: number): string {
  return lookAt(path, size, (look) => look.fingerprint(size));
}

/** What is seen of a file. */
export interface Look {
  /** Its fingerprint when it had so many bytes. */
  fingerprint(size: number): string;
  /**
   * Hashes of its first 1, 4, 16 bytes and so on, up to 64 KiB: the last one of a file is among those of any file that
   * it grew to.
   */
  heads(): readonly string[];
}

/** Looks at a file, which is open only as long as that. */
export function lookAt<T>(path: string, size: number, use: (look: Look) => T): T {
  const file = openSync(path, "r");
  try {
    const start = bytesOf(file, 0, Math.min(size, EDGE_BYTES));
    const kind = reasonToSkip(path) ?? "log";
    return use({
      fingerprint(length) {
        const hash = createHash("sha256").update(`${kind} ${length}\n`).update(start.subarray(0, length));
        if (length > EDGE_BYTES)
          hash.update(bytesOf(file, Math.max(EDGE_BYTES, length - EDGE_BYTES), length));
        return digest(hash);
      },
      heads: () => headsOf(start),
    });
  } finally {
    closeSync(file);
  }
}

function headsOf(start: Buffer): string[] {
  const hash = createHash("sha256");
  const heads: string[] = [];
  let hashed = 0;
  for (let length = 1; length <= start.length; length *= 4) {
    heads.push(digest(hash.update(start.subarray(hashed, length)).copy()));
    hashed = length;
  }
  return heads;
}

function digest(hash: Hash): string {
  return hash.digest("hex").slice(0, 32);
}

/** The bytes between two places, as far as the file has them. */
function bytesOf(file: number, from: number, to: number): Buffer {
  const bytes = Buffer.allocUnsafe(to - from);
  let length = 0;
  for (let read = -1; read !== 0 && length < bytes.length; length += read)
    read = readSync(file, bytes, length, bytes.length - length, from + length);
  return bytes.subarray(0, length);
}
