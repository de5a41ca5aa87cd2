import type { Exchange } from "../exchange.ts";
import type { Random } from "../random.ts";

/** Characters that a chunk of a stream carries, some five or six tokens, where the exchange tells no number. */
const CHUNK = 24;

/** A streamed text in pieces of the exchange's length, the last one shorter; an empty text is one piece. */
export function pieces(text: string, { chunk = CHUNK }: Exchange): readonly string[] {
  const count = Math.max(1, Math.ceil(text.length / chunk));
  return Array.from({ length: count }, (_, at) => text.slice(at * chunk, (at + 1) * chunk));
}

/**
 * The prompt's content blocks. They are cut at random places, as often within a word as between two, since a model
 * reads on as if there were no cut.
 */
export function promptBlocks(
  { prompt, promptBlocks: count = 1 }: Exchange,
  random: Random,
): readonly string[] {
  if (prompt === undefined) return [];
  const length = Math.ceil(prompt.length / count);
  const cuts = Array.from({ length: count - 1 }, (_, block) => {
    const at = (block + 1) * length;
    const space = prompt.indexOf(" ", at);
    return random.chance(0.5) && space > 0 && space < at + 12 ? space + 1 : at;
  });
  const ends = [...cuts, prompt.length];
  return ends.map((end, block) => prompt.slice(ends[block - 1] ?? 0, end)).filter((text) => text !== "");
}
