/** No name of the schema language is longer than half of it. */
const LONGEST = 64;

/**
 * The choice that a misspelt word likely means, if any: one that it is the beginning of, or that a few letters more,
 * less, other or swapped make of it: a third of its letters at most, so none of one or two. Case does not count.
 *
 * @example
 * nearest("stirng", ["string", "int"]); // "string"
 */
export function nearest(word: string, choices: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  const written = word.toLowerCase();
  const scored = choices.map((choice) => {
    const isBeginning = written.length > 2 && choice.toLowerCase().startsWith(written);
    return { choice, distance: isBeginning ? 1 : distanceOf(written, choice.toLowerCase()) };
  });
  const [best] = scored.toSorted((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= word.length / 3 ? best.choice : undefined;
}

/** How many letters have to be added, removed, replaced, or swapped with their neighbour. */
function distanceOf(from: string, to: string): number {
  let previous: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swapped = isSwapped ? (previous[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced, swapped));
    }
    [previous, row] = [row, next];
  }
  return row[to.length] ?? 0;
}
