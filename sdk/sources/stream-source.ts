import { recordsOf } from "./records-of.ts";
import type { Source } from "./source.ts";
import { unreadable } from "./unreadable.ts";

/** A stream of bytes that can be read once, such as standard input. */
export function streamSource(stream: AsyncIterable<Buffer>, name = "stdin"): Source {
  return {
    name,
    rereadable: false,
    read: (progress = () => {}) => recordsOf(counted(stream, name, progress), name),
  };
}

async function* counted(
  stream: AsyncIterable<Buffer>,
  name: string,
  progress: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) {
      progress(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw unreadable(name, error);
  }
}
