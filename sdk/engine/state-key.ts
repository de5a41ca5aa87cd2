/** What the engine keeps in the state for a rule. */
export type Kind = (typeof KINDS)[number];

const KINDS = ["group", "errors", "scope", "seen", "correlation"] as const;

/** Under which key something of a rule is saved. No two are alike, whatever is in the ids. */
export function stateKey(kind: Kind, ruleId: string, name: string): string {
  return `${kind} ${ruleId.length} ${ruleId} ${name}`;
}

/** What a key stands for; `undefined` for one that {@link stateKey} has not made. */
export function readStateKey(
  key: string,
): { readonly kind: Kind; readonly ruleId: string; readonly name: string } | undefined {
  const [start = "", word, length] = /^([a-z]+) (\d{1,6}) /.exec(key) ?? [];
  const kind = KINDS.find((one) => one === word);
  if (kind === undefined) return undefined;
  const end = start.length + Number(length);
  return { kind, ruleId: key.slice(start.length, end), name: key.slice(end + 1) };
}
