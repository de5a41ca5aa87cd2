/** Matches in one full block. */
const BLOCK = 512;

/** Numbers of the open block that may stay although their matches have left. */
const SLACK = 32;

/** How many numbers a match has: 1 for its time alone, 2 for its time and what it adds. */
export type Width = 1 | 2;

/**
 * The times of a window's matches, and beside each the number that it adds where the measure needs one: 8 bytes a
 * number. Plain data, as the state store keeps it.
 */
export interface Series {
  /** Blocks that take no more, oldest first. */
  full?: Float64Array[];
  /** What came since. */
  open: number[];
  /** How many numbers of the oldest block have left. */
  head: number;
  /** Matches in the window. */
  length: number;
}

/** Adds a match; none comes before those that are there. */
export function append(series: Series, width: Width, time: number, value: number): void {
  if (series.open.length === BLOCK * width) {
    const block = Float64Array.from(series.open);
    if (series.full === undefined) series.full = [block];
    else series.full.push(block);
    series.open = [];
  }
  // What is pushed to an empty array gets room for 16 more: most groups stay small.
  if (series.open.length === 0) series.open = width === 2 ? [time, value] : [time];
  else if (width === 2) series.open.push(time, value);
  else series.open.push(time);
  series.length++;
}

/** The time of the oldest match; NaN without one. */
export function firstTime(series: Series): number {
  return series.length === 0 ? Number.NaN : ((series.full?.[0] ?? series.open)[series.head] ?? Number.NaN);
}

/** The time of the latest match; NaN without one. */
export function lastTime({ open, full, length }: Series, width: Width): number {
  if (length === 0) return Number.NaN;
  return (open.length > 0 ? open.at(-width) : full?.at(-1)?.at(-width)) ?? Number.NaN;
}

/** Takes the oldest match out, and gives what it added. */
export function removeFirst(series: Series, width: Width): number {
  const { full, open } = series;
  const block = full?.[0] ?? open;
  const value = block[series.head + 1] ?? 0;
  series.head += width;
  series.length--;
  if (full !== undefined && series.head === block.length) {
    full.shift();
    if (full.length === 0) delete series.full;
    series.head = 0;
  } else if (full === undefined && series.head > SLACK && series.head * 2 > open.length) {
    series.open = open.slice(series.head);
    series.head = 0;
  }
  return value;
}
