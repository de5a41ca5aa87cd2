import { createGunzip, createZstdDecompress, type Gunzip, type ZstdDecompress } from "node:zlib";
import { ZstdFrames } from "./zstd-frames.ts";

/** What can be decompressed. */
export type Format = "gzip" | "zstd";

/**
 * Drives decompression by hand: bytes in, all that comes of them out. Read as a stream, it would lose what has been
 * decompressed but not yet handed over when it meets the end of a truncated file.
 */
export class Decompressor {
  readonly #format: Format;
  readonly #chunkSize: number;
  /** Undefined between two compressed files that are appended to one another. */
  #stream: Gunzip | ZstdDecompress | undefined;
  #output: Buffer[] = [];
  #onClose = () => {};
  #isClosed = false;
  readonly #frames = new ZstdFrames();
  /** Why no more can be decompressed. */
  failure: Error | undefined;

  /** @param chunkSize bytes that are decompressed at once; what does not fill them is lost when damage is met */
  constructor(format: Format, chunkSize: number) {
    this.#format = format;
    this.#chunkSize = chunkSize;
  }

  async write(bytes: Buffer): Promise<readonly Buffer[]> {
    let rest = bytes;
    if (this.#format === "zstd") this.#frames.push(bytes);
    while (rest.length > 0 && this.failure === undefined && !this.#isClosed) {
      // Zeros after gzip are padding.
      if (this.#stream === undefined && this.#format === "gzip") rest = withoutZeros(rest);
      if (rest.length > 0) rest = await this.#write(rest, (this.#stream ??= this.#open()));
      if (rest.length > 0) this.#endStream();
    }
    return this.#taken();
  }

  /** Tells that no more bytes come. */
  async end(): Promise<readonly Buffer[]> {
    const stream = this.#stream;
    if (stream !== undefined && this.failure === undefined) {
      await new Promise<void>((resolve) => {
        this.#onClose = resolve;
        stream.end();
      });
    }
    if (!this.#frames.isWhole) this.failure ??= new Error("unexpected end of file");
    return this.#taken();
  }

  /** Lets go of what it holds, even in the middle of a write. */
  close(): void {
    this.#isClosed = true;
    this.#endStream();
    this.#onClose();
  }

  #endStream(): void {
    this.#stream?.destroy();
    this.#stream = undefined;
  }

  #open(): Gunzip | ZstdDecompress {
    const options = { chunkSize: this.#chunkSize };
    const stream = this.#format === "gzip" ? createGunzip(options) : createZstdDecompress(options);
    stream.on("data", (data: Buffer) => this.#output.push(data));
    stream.on("error", (error) => (this.failure = error));
    stream.on("close", () => {
      // The one before may close when this one is at work.
      if (stream === this.#stream) this.#onClose();
    });
    return stream;
  }

  /** What a stream leaves of the bytes, because its compressed file ends before them. */
  async #write(bytes: Buffer, stream: Gunzip | ZstdDecompress): Promise<Buffer> {
    const before = stream.bytesWritten;
    await new Promise<void>((resolve) => {
      // A write that fails is not called back, only closed.
      this.#onClose = resolve;
      stream.write(bytes, () => resolve());
    });
    return bytes.subarray(stream.bytesWritten - before);
  }

  #taken(): readonly Buffer[] {
    const output = this.#output;
    this.#output = [];
    return output;
  }
}

function withoutZeros(bytes: Buffer): Buffer {
  const at = bytes.findIndex((byte) => byte !== 0);
  return at === -1 ? bytes.subarray(bytes.length) : bytes.subarray(at);
}
