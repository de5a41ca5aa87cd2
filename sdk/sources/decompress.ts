import { CaracalError } from "../base/caracal-error.ts";
import { Decompressor, type Format } from "./decompressor.ts";

/** The most bytes that it takes to tell a format. */
const MAGIC_BYTES = 4;

/** Compressed bytes to work on at once: they may be a thousand times as many when decompressed. */
const STEP = 32 * 1024;

/** What a step of a large file may become at once: each piece of output has to wait for this thread to take it. */
const LARGE_OUTPUT = 512 * 1024;

/** And the only step of a small one. One that is read in steps is mostly damaged, and then less than this is lost. */
const SMALL_OUTPUT = 1024;

/**
 * The plain bytes of chunks that may be gzip or zstd, which their first bytes tell. Several compressed files appended
 * to one another are one.
 *
 * @throws CaracalError `INPUT_CORRUPT` where the compressed bytes end early, after all that they hold has been
 * delivered; or where they make no sense, after all but what the last 32 KiB of compressed
 * bytes before that place hold
 */
export async function* decompress(chunks: AsyncIterable<Buffer>, source: string): AsyncGenerator<Buffer> {
  let format: Format | undefined;
  let decompressor: Decompressor | undefined;
  let ahead: Promise<readonly Buffer[]> | undefined;
  let isFirst = true;
  try {
    for await (const step of inSteps(withWholeMagic(chunks))) {
      if (isFirst) format = formatOf(step);
      isFirst = false;
      if (format === undefined) yield step;
      else {
        decompressor ??= new Decompressor(format, step.length < STEP ? SMALL_OUTPUT : LARGE_OUTPUT);
        const output = (await ahead) ?? [];
        // While what came of one step is read, the next is decompressed on another thread.
        ahead = decompressor.write(step);
        yield* output;
        if (decompressor.failure !== undefined) break;
      }
    }
    if (decompressor === undefined || format === undefined) return;
    yield* (await ahead) ?? [];
    yield* await decompressor.end();
    check(decompressor, format, source);
  } finally {
    decompressor?.close();
  }
}

async function* inSteps(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += STEP) yield chunk.subarray(at, at + STEP);
  }
}

/** The chunks, the first of them long enough to tell the format by. */
async function* withWholeMagic(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (start.length >= MAGIC_BYTES) yield chunk;
    else {
      start = Buffer.concat([start, chunk]);
      if (start.length >= MAGIC_BYTES) yield start;
    }
  }
  if (start.length > 0 && start.length < MAGIC_BYTES) yield start;
}

/** The format of bytes that begin so; `undefined` where they are plain. */
export function formatOf(start: Buffer): Format | undefined {
  const magic = start.toString("hex", 0, MAGIC_BYTES);
  if (magic.startsWith("1f8b")) return "gzip";
  // Parallel compressors put a frame of the second kind first, which is without content.
  return magic === "28b52ffd" || /^5.2a4d18$/.test(magic) ? "zstd" : undefined;
}

function check({ failure }: Decompressor, format: Format, source: string): void {
  if (failure === undefined) return;
  const message = `the ${format} data is damaged or ends early: ${failure.message}`;
  throw new CaracalError({ code: "INPUT_CORRUPT", source, message, fix: "fetch the file again" });
}
