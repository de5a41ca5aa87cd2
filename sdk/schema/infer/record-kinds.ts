import sortBy from "lodash/sortBy.js";

/** How often records had the same keys, by those keys. */
export type KeySets = Map<string, { readonly keys: ReadonlySet<string>; count: number }>;

/** Sets of keys that are told apart. */
const MOST_SETS = 100;

/** A record whose keys take more characters tells no kind by them. */
const MOST_CHARACTERS = 10_000;

/** Notes the keys of a record. */
export function seeKeys(keys: readonly string[], sets: KeySets): void {
  const text = JSON.stringify(keys.toSorted());
  if (text.length > MOST_CHARACTERS) return;
  const known = sets.get(text);
  if (known !== undefined) known.count++;
  else if (sets.size < MOST_SETS) sets.set(text, { keys: new Set(keys), count: 1 });
}

/** Records with much the same keys. */
export interface RecordKind {
  readonly count: number;
  /** All keys of theirs. */
  readonly keys: ReadonlySet<string>;
}

/** A kind that is this much of all records is not just an odd record. */
const LEAST_SHARE = 0.02;

/** The kinds of records that share next to no keys, the most frequent first: one, unless logs were mixed. */
export function kindsOf(sets: KeySets): readonly RecordKind[] {
  let kinds: RecordKind[] = [];
  // In one order for any order of the records: which kinds are alike depends on what was joined before.
  for (const [, set] of sortBy([...sets], ([text]) => text)) {
    const alike = kinds.filter((kind) => areAlike(kind, set));
    const all = [...alike, set];
    const joined = {
      count: all.reduce((sum, { count }) => sum + count, 0),
      keys: new Set(all.flatMap(({ keys }) => [...keys])),
    };
    kinds = [...kinds.filter((kind) => !alike.includes(kind)), joined];
  }
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  return kinds
    .filter(({ count }) => count > 1 && count >= total * LEAST_SHARE)
    .toSorted((one, other) => other.count - one.count);
}

/** Whether the smaller set has a third of its keys in the larger. */
function areAlike(one: { keys: ReadonlySet<string> }, other: { keys: ReadonlySet<string> }): boolean {
  const shared = [...one.keys].filter((key) => other.keys.has(key));
  return shared.length * 3 >= Math.min(one.keys.size, other.keys.size);
}

/** How many keys tell a kind of records from another. */
const TELLING = 3;

/** A sentence on the kinds of records, with a few keys that only theirs have. */
export function describeKinds(kinds: readonly RecordKind[]): string {
  const shown = kinds.map((kind) => {
    const own = [...kind.keys].filter((key) =>
      kinds.every((other) => other === kind || !other.keys.has(key)),
    );
    return `${kind.count} with ${own.slice(0, TELLING).join(", ")}`;
  });
  return `the records look like ${kinds.length} log types (${shown.join("; ")}): better infer each from samples of its own`;
}
