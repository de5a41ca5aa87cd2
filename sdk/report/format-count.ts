/** A number with its thousands apart, and what it counts: `1,204 records`. */
export function formatCount(count: number, one?: string): string {
  const digits = count.toLocaleString("en-US");
  return one === undefined ? digits : `${digits} ${one}${count === 1 ? "" : "s"}`;
}
