import { recordsOf } from "./records-of.ts";
import type { Source } from "./source.ts";

/** A stream of bytes that can be read once, such as standard input. */
export function streamSource(stream: AsyncIterable<Buffer>, name = "stdin"): Source {
  return {
    name,
    rereadable: false,
    async *read(progress = () => {}) {
      const counted = async function* (): AsyncGenerator<Buffer> {
        for await (const chunk of stream) {
          progress(chunk.length);
          yield chunk;
        }
      };
      yield* recordsOf(counted(), name);
    },
  };
}
