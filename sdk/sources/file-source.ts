import { readFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { gunzipSmall } from "./gunzip-small.ts";
import { recordsOf } from "./records-of.ts";
import { reasonToSkip, startOfS3Object } from "./s3-key.ts";
import type { Source } from "./source.ts";
import { unreadable } from "./unreadable.ts";

const CHUNK_BYTES = 256 * 1024;

/** A file of at most so many bytes is read at once: an export has thousands, and each wait would add up. */
const SMALL = 64 * 1024;

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
      if (skipped === undefined)
        yield* recordsOf(size <= SMALL ? wholeOf(path, progress) : chunksOf(path, progress), path);
      else {
        progress(size);
        yield [{ kind: "skipped", reason: skipped, line: 1, offset: 0 }];
      }
    },
  };
}

async function* wholeOf(path: string, progress: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
  progress(bytes.length);
  if (bytes.length > 0) yield gunzipSmall(bytes);
}

async function* chunksOf(path: string, progress: (bytes: number) => void): AsyncGenerator<Buffer> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    for (let isLast = false; !isLast; ) {
      const chunk = await nextChunk(file);
      isLast = chunk.length < CHUNK_BYTES;
      if (isLast) await file.close();
      progress(chunk.length);
      if (chunk.length > 0) yield chunk;
    }
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    await file?.close();
  }
}

/** A chunk that is full unless the file ends: a read may return less. */
async function nextChunk(file: FileHandle): Promise<Buffer> {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (let length = 0; ; ) {
    const { bytesRead } = await file.read(chunk, length, CHUNK_BYTES - length);
    length += bytesRead;
    if (bytesRead === 0 || length === CHUNK_BYTES) return chunk.subarray(0, length);
  }
}
