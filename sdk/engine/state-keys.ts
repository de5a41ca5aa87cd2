/** How many keys are kept for the next time, of each kind. */
const KEPT = 10_000;

/** Makes the keys under which one rule keeps its state; a key that was made lately is the same string again. */
export interface StateKeys {
  readonly group: (dedup: string) => string;
  readonly errors: (kind: string) => string;
  readonly scope: (scope: string) => string;
  readonly seen: (scope: string, key: string) => string;
}

/** The keys of a rule: unlike any other rule's, and a scope's unlike any other scope's. */
export function stateKeys(ruleId: string): StateKeys {
  const prefix = `${ruleId.length} ${ruleId} `;
  const group = remembering((dedup) => `group ${prefix}${dedup}`);
  const scope = remembering((name) => `scope ${prefix}${name}`);
  const seenIn = remembering((name) => remembering((key) => `seen ${prefix}${name.length} ${name} ${key}`));
  return {
    group,
    errors: (kind) => `errors ${prefix}${kind}`,
    scope,
    seen: (name, key) => seenIn(name)(key),
  };
}

/** Joining strings is cheap, but looking a joined one up is not: it has to be written out and hashed first. */
function remembering<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= KEPT) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
