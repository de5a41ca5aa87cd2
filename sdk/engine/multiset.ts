/** How often each text is there, and a small number that stands for it. Plain data, as the state store keeps it. */
export interface Multiset {
  readonly ids: Map<string, number>;
  readonly texts: string[];
  readonly counts: number[];
  /** Numbers that stand for nothing any more. */
  readonly free: number[];
}

export function emptyMultiset(): Multiset {
  return { ids: new Map(), texts: [], counts: [], free: [] };
}

/** Adds a text once more, and gives the number that stands for it. */
export function addText({ ids, texts, counts, free }: Multiset, text: string): number {
  const known = ids.get(text);
  if (known !== undefined) {
    counts[known] = (counts[known] ?? 0) + 1;
    return known;
  }
  const id = free.pop() ?? texts.length;
  ids.set(text, id);
  texts[id] = text;
  counts[id] = 1;
  return id;
}

/** Takes a text away once. */
export function removeText({ ids, texts, counts, free }: Multiset, id: number): void {
  const count = (counts[id] ?? 0) - 1;
  counts[id] = count;
  if (count > 0) return;
  ids.delete(texts[id] ?? "");
  texts[id] = "";
  free.push(id);
}
