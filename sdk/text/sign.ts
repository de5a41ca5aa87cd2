/** Something in a text that an attacker would write, without the text. */
export interface Sign {
  /** What it is: `ignore-instructions`, `metadata-address`. */
  readonly name: string;
  /**
   * How much it says.
   * - 3: enough by itself.
   * - 2: an order that few write who mean no harm; two of them are enough.
   * - 1: also written in ordinary work.
   * - 0: talk about it: a quotation, an explanation, a ban.
   */
  readonly weight: 0 | 1 | 2 | 3;
}

/** What to look for in a folded text. */
export interface SignPattern {
  readonly name: string;
  readonly weight: 1 | 2 | 3;
  readonly form: RegExp;
}

/** A sign, and where it stands. */
interface Found extends Sign {
  readonly at: number;
}

/** How many places of one pattern are looked at in a text. */
const MOST = 20;

/**
 * Where patterns stand in a folded text: of each pattern the place that says most.
 *
 * @param weigh what a match weighs where it stands
 */
export function signsOf(
  folded: string,
  patterns: readonly SignPattern[],
  weigh: (text: string, at: number, length: number, weight: number, name: string) => number,
): readonly Found[] {
  return patterns.flatMap(({ name, weight, form }) => {
    let best: Found | undefined;
    let left = MOST;
    for (const match of folded.matchAll(form)) {
      const own = bounded(weigh(folded, match.index, match[0].length, weight, name));
      if (best === undefined || own > best.weight) best = { name, weight: own, at: match.index };
      if (best.weight === 3 || --left === 0) break;
    }
    return best ?? [];
  });
}

function bounded(weight: number): Sign["weight"] {
  if (weight >= 3) return 3;
  if (weight === 2) return 2;
  return weight === 1 ? 1 : 0;
}

/**
 * What signs weigh together: as much as the heaviest, and one more where it is an order and another kind is
 * there too.
 *
 * @example
 * weightOf([{ name: "ignore-instructions", weight: 2 }, { name: "reveal-prompt", weight: 1 }]); // 3
 */
export function weightOf(signs: readonly Sign[]): Sign["weight"] {
  if (signs.length === 0) return 0;
  const [first, ...rest] = signs.toSorted((one, other) => other.weight - one.weight);
  if (first === undefined) return 0;
  const more = rest.some(({ name, weight }) => weight > 0 && name !== first.name);
  return bounded(first.weight + (first.weight >= 2 && more ? 1 : 0));
}
