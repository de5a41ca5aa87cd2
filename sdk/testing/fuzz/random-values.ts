import type * as FastCheck from "fast-check";
import type { JsonValue } from "../../base/json.ts";

/** Values without end; the same seed gives the same ones. */
export interface RandomValues {
  /** A whole number from 0, below `below`. */
  readonly below: (below: number) => number;
  readonly pick: <T>(from: readonly T[]) => T | undefined;
  readonly text: () => string;
  readonly integer: () => number;
  readonly number: () => number;
  readonly json: () => JsonValue;
  /** Texts that an expression matches; none for one that cannot be turned around. */
  readonly matching: (expression: RegExp) => readonly string[];
}

/** How many texts are made for each expression. */
const TEXTS = 3;

/** Makes {@link RandomValues} with fast-check. */
export function randomValues(fc: typeof FastCheck, seed: number): RandomValues {
  function stream<T>(arbitrary: FastCheck.Arbitrary<T>): () => T {
    const [values] = fc.sample(fc.infiniteStream(arbitrary, { noHistory: true }), { seed, numRuns: 1 });
    return () => (values as FastCheck.Stream<T>).next().value as T;
  }

  // The arbitrary for all of Unicode takes seconds to make.
  const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const matching = new WeakMap<RegExp, readonly string[]>();
  const choice = stream(fc.nat());
  const below = (most: number): number => choice() % most;
  return {
    below,
    pick: (from) => (from.length === 0 ? undefined : from[below(from.length)]),
    text: stream(fc.oneof(fc.string({ maxLength: 20 }), fc.string({ unit: anyUnit, maxLength: 20 }))),
    integer: stream(fc.oneof(fc.integer(), fc.maxSafeInteger())),
    number: stream(fc.double({ noNaN: true, noDefaultInfinity: true })),
    json: stream(fc.jsonValue({ maxDepth: 3 })),
    matching(expression) {
      const known = matching.get(expression);
      if (known !== undefined) return known;
      const texts = textsOf(expression);
      matching.set(expression, texts);
      return texts;
    },
  };

  function textsOf(expression: RegExp): readonly string[] {
    try {
      return fc.sample(fc.stringMatching(expression, { maxLength: 200 }), { seed, numRuns: TEXTS });
    } catch {
      return [];
    }
  }
}
