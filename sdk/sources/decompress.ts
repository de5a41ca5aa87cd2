import { once } from "node:events";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { CaracalError } from "../base/caracal-error.ts";

const CHUNK_BYTES = 128 * 1024;

/** What compressed bytes begin with. */
const MAGIC = [
  { name: "gzip", bytes: [0x1f, 0x8b], open: () => createGunzip({ chunkSize: CHUNK_BYTES }) },
  {
    name: "zstd",
    bytes: [0x28, 0xb5, 0x2f, 0xfd],
    open: () => createZstdDecompress({ chunkSize: CHUNK_BYTES }),
  },
] as const;

/**
 * The plain bytes of chunks that may be gzip or zstd, which their first bytes tell. While a chunk is worked on, the
 * next is decompressed on another thread.
 *
 * @throws CaracalError `INPUT_CORRUPT` where the compressed bytes end early or make no sense, after everything
 * before that place has been delivered
 */
export async function* decompress(chunks: AsyncIterable<Buffer>, source: string): AsyncGenerator<Buffer> {
  let feed: Feed | undefined;
  let isFirst = true;
  let pending: Promise<Buffer[]> | undefined;
  try {
    for await (const chunk of chunks) {
      if (isFirst) feed = feedOf(chunk, source);
      isFirst = false;
      const next = feed?.write(chunk);
      if (next === undefined) yield chunk;
      if (pending !== undefined) yield* await pending;
      pending = next;
    }
    if (pending !== undefined) yield* await pending;
    if (feed !== undefined) yield* await feed.end();
    feed?.check();
  } finally {
    feed?.close();
  }
}

interface Feed {
  write(chunk: Buffer): Promise<Buffer[]>;
  end(): Promise<Buffer[]>;
  /** Throws what went wrong. */
  check(): void;
  close(): void;
}

/**
 * Drives a decompressor by hand: each chunk in, all that comes of it out. Reading it as a stream would lose what it
 * had decompressed but not yet handed over when it meets the end of a truncated file.
 */
function feedOf(start: Buffer, source: string): Feed | undefined {
  const format = formatOf(start);
  if (format === undefined) return undefined;
  const stream = format.open();
  let out: Buffer[] = [];
  let failure: Error | undefined;
  stream.on("data", (data: Buffer) => out.push(data));
  stream.on("error", (error) => {
    failure ??= error;
  });
  const taken = (): Buffer[] => {
    const bytes = out;
    out = [];
    return bytes;
  };
  return {
    async write(chunk) {
      if (failure === undefined) await new Promise<void>((resolve) => stream.write(chunk, () => resolve()));
      return taken();
    },
    async end() {
      if (failure === undefined) {
        stream.end();
        await once(stream, "close").catch(() => undefined);
      }
      return taken();
    },
    check() {
      if (failure === undefined) return;
      const message = `the ${format.name} data is damaged or ends early: ${failure.message}`;
      throw new CaracalError({ code: "INPUT_CORRUPT", source, message, fix: "fetch the file again" });
    },
    close() {
      stream.destroy();
    },
  };
}

function formatOf(start: Buffer): (typeof MAGIC)[number] | undefined {
  return MAGIC.find(({ bytes }) => bytes.every((byte, at) => start[at] === byte));
}
