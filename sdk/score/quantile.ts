/**
 * The value below which a part of the values lies: between two values in proportion, as most spreadsheets do (type 7 of
 * Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996). `undefined` for no values.
 *
 * @param part from 0 to 1
 * @example
 * quantile([1, 2, 3, 10], 0.5); // 2.5
 */
export function quantile(values: readonly number[], part: number): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return undefined;
  return below + (above - below) * (place - Math.floor(place));
}
