/** Lines, of which those that are alike are told once. */
export interface Foldable {
  /** What is alike has the same. */
  readonly like: string;
  readonly lines: readonly string[];
}

/** The first of each kind, and how many more there were. */
export function fold(all: readonly Foldable[]): string[] {
  return [...Map.groupBy(all, ({ like }) => like).values()].flatMap(([first, ...more]) => [
    ...(first?.lines ?? []),
    ...(more.length === 0 ? [] : [`…and ${more.length} more like this`]),
  ]);
}

/** No more than so many lines. */
export function capped(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  return [...lines.slice(0, most - 1), `…and ${lines.length - most + 1} more lines`];
}

/** Lines below another. */
export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** `1 event`, `2 events`, `2 matches`. */
export function counted(count: number, noun: string): string {
  const ending = count === 1 ? "" : /(ch|s)$/.test(noun) ? "es" : "s";
  return `${count} ${noun}${ending}`;
}
