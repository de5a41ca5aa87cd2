import type { Random } from "../random.ts";
import type { Stage } from "../scenario.ts";

/** Two lists of the same kind with nothing in common: one to build rules with, one that only the scoreboard uses. */
export interface Wording {
  readonly development: readonly string[];
  readonly heldOut: readonly string[];
}

/** The list that a stage uses. */
const listOf = ({ development, heldOut }: Wording, stage: Pick<Stage, "heldOut">): readonly string[] =>
  stage.heldOut ? heldOut : development;

/** One text of the stage's list. */
export const worded = (wording: Wording, stage: Pick<Stage, "heldOut">, random: Random): string =>
  random.pick(listOf(wording, stage));

/** Some texts of the stage's list, each at most once before all have had their turn. */
export function severalWorded(
  wording: Wording,
  stage: Pick<Stage, "heldOut">,
  random: Random,
  count: number,
): readonly string[] {
  const list = shuffled(listOf(wording, stage), random);
  return Array.from({ length: count }, (_, at) => list[at % list.length] ?? "");
}

/** The same elements in another order. */
export function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  const ranked = list.map((element) => ({ element, rank: random.int(0, 0xff_ffff) }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ element }) => element);
}

/** Puts values in place of `{name}`. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
