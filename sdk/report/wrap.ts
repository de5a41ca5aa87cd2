/** Items on lines of at most `width` characters, with commas between them. A longer item has a line of its own. */
export function wrap(items: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const [at, item] of items.entries()) {
    const part = at === items.length - 1 ? item : `${item},`;
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + part.length > width) lines.push(part);
    else lines[lines.length - 1] = `${last} ${part}`;
  }
  return lines;
}
