/** What the walk wants next: some bytes to look at, or some to pass over. */
interface Want {
  readonly take?: number;
  readonly skip?: number;
}

const [RUN_LENGTH, RESERVED] = [1, 3];

/**
 * Walks over the frames of zstd data without decompressing it, to tell whether they are whole: Node.js 22 does not
 * say when they are not. The format is that of RFC 8878, section 3.
 */
export class ZstdFrames {
  readonly #walk = walk();
  #want: Want | undefined = this.#walk.next().value ?? undefined;
  #taken: Buffer = Buffer.alloc(0);
  #skipped = 0;
  #hasBegun = false;

  push(bytes: Buffer): void {
    for (let rest = bytes; rest.length > 0 && this.#want !== undefined; ) {
      const { take = 0, skip = 0 } = this.#want;
      const used = Math.min(rest.length, take - this.#taken.length + skip - this.#skipped);
      if (take > 0) this.#taken = Buffer.concat([this.#taken, rest.subarray(0, used)]);
      else this.#skipped += used;
      rest = rest.subarray(used);
      if (this.#taken.length < take || this.#skipped < skip) return;
      this.#advance();
    }
  }

  /** Whether nothing more has to come. It is true of what is no zstd: that is for the decompressor to say. */
  get isWhole(): boolean {
    return this.#want === undefined || (!this.#hasBegun && this.#taken.length === 0);
  }

  #advance(): void {
    const taken = this.#taken;
    this.#taken = Buffer.alloc(0);
    this.#skipped = 0;
    do {
      const { value, done } = this.#walk.next(taken);
      this.#want = done === true ? undefined : value;
      this.#hasBegun = this.#want !== undefined && this.#want !== MAGIC;
    } while (this.#want?.skip === 0);
  }
}

/** The first bytes of a frame: what is wanted between two of them. */
const MAGIC: Want = { take: 4 };

function* walk(): Generator<Want, void, Buffer> {
  for (;;) {
    const magic = (yield MAGIC).readUInt32LE();
    if (magic >>> 4 === 0x184d2a5) yield { skip: (yield { take: 4 }).readUInt32LE() };
    else if (magic === 0xfd2fb528) yield* frame();
    else return;
  }
}

function* frame(): Generator<Want, void, Buffer> {
  const [descriptor = 0] = yield { take: 1 };
  const isSingleSegment = (descriptor & 0b10_0000) !== 0;
  const dictionary = [0, 1, 2, 4][descriptor & 0b11] ?? 0;
  const contentSize = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >>> 6] ?? 0;
  yield { skip: (isSingleSegment ? 0 : 1) + dictionary + contentSize };
  for (let isLast = false; !isLast; ) {
    const header = (yield { take: 3 }).readUIntLE(0, 3);
    isLast = (header & 1) === 1;
    const type = (header >>> 1) & 0b11;
    if (type === RESERVED) return;
    yield { skip: type === RUN_LENGTH ? 1 : header >>> 3 };
  }
  const hasChecksum = (descriptor & 0b100) !== 0;
  yield { skip: hasChecksum ? 4 : 0 };
}
