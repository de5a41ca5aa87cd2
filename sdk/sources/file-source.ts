import { type FileHandle, open } from "node:fs/promises";
import { CaracalError } from "../base/caracal-error.ts";
import { recordsOf } from "./records-of.ts";
import { reasonToSkip, startOfS3Object } from "./s3-key.ts";
import type { Source } from "./source.ts";

const CHUNK_BYTES = 256 * 1024;

/**
 * A file of log records. It is open only while it is read, and a small one only for an instant.
 *
 * @param path as the user named it; `/` separates folders
 * @param size bytes of the file
 */
export function fileSource(path: string, size: number): Source {
  const startsAt = startOfS3Object(path);
  const skipped = reasonToSkip(path);
  return {
    name: path,
    size,
    rereadable: true,
    ...(startsAt !== undefined && { startsAt }),
    async *read(progress = () => {}) {
      if (skipped === undefined) yield* recordsOf(chunksOf(path, progress), path);
      else {
        progress(size);
        yield [{ kind: "skipped", reason: skipped, line: 1, offset: 0 }];
      }
    },
  };
}

async function* chunksOf(path: string, progress: (bytes: number) => void): AsyncGenerator<Buffer> {
  const file = await openFile(path);
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES);
      if (bytesRead < CHUNK_BYTES) await file.close();
      progress(bytesRead);
      if (bytesRead > 0) yield chunk.subarray(0, bytesRead);
      if (bytesRead < CHUNK_BYTES) return;
    }
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    await file.close();
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, cause: unknown): CaracalError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const fix = "check its permissions";
  return new CaracalError(
    { code: "INPUT_UNREADABLE", source: path, message: `cannot be read: ${why}`, fix },
    { cause },
  );
}
