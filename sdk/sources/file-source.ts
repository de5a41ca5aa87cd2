import { readFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { isOfLines } from "./any-splitter.ts";
import { formatOf } from "./decompress.ts";
import { gunzipSmall } from "./gunzip-small.ts";
import type { Position } from "./position.ts";
import type { RawRecord } from "./raw-record.ts";
import { recordsFrom, recordsOf } from "./records-of.ts";
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
    address: { path, size },
    ...(startsAt !== undefined && { startsAt }),
    async *read(progress = () => {}, from) {
      if (skipped !== undefined) {
        progress(size);
        if (from === undefined) yield [{ kind: "skipped", reason: skipped, line: 1, offset: 0 }];
      } else if (size <= SMALL) yield* recordsOf(wholeOf(path, progress), path, from);
      else if (from === undefined || from.offset < CHUNK_BYTES)
        yield* recordsOf(chunksOf(path, progress), path, from);
      else yield* recordsFarIn(path, progress, from);
    },
  };
}

/** The records after a position that lies behind the first chunk. Plain lines before it are not read. */
async function* recordsFarIn(
  path: string,
  progress: (bytes: number) => void,
  from: Position,
): AsyncGenerator<readonly RawRecord[]> {
  const start = await startOf(path);
  const isSkippable = formatOf(start) === undefined && isOfLines(start);
  yield* recordsOf(isSkippable ? only(start) : chunksOf(path, progress), path, from);
  if (!isSkippable) return;
  progress(from.offset);
  yield* recordsFrom(chunksOf(path, progress, from.offset), from);
}

async function startOf(path: string): Promise<Buffer> {
  for await (const start of chunksOf(path, () => {})) return start;
  return Buffer.alloc(0);
}

async function* only(chunk: Buffer): AsyncGenerator<Buffer> {
  yield chunk;
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

async function* chunksOf(path: string, progress: (bytes: number) => void, start = 0): AsyncGenerator<Buffer> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    let at = start;
    for (let isLast = false; !isLast; ) {
      const chunk = await chunkAt(file, at);
      at += chunk.length;
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
async function chunkAt(file: FileHandle, place: number): Promise<Buffer> {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (let length = 0; ; ) {
    const { bytesRead } = await file.read(chunk, length, CHUNK_BYTES - length, place + length);
    length += bytesRead;
    if (bytesRead === 0 || length === CHUNK_BYTES) return chunk.subarray(0, length);
  }
}
