/**
 * A value as lists that tell all there is to it: an object's own keys in their order, whatever its prototype is, and
 * what `__proto__` and other names that objects inherit hold.
 */
export function spelt(value: unknown): unknown {
  if (typeof value === "number") return Object.is(value, -0) ? 0 : value;
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return { date: value.getTime() };
  if (Array.isArray(value)) return { array: value.map(spelt) };
  const entries =
    value instanceof Map ? [...value] : Reflect.ownKeys(value).map((key) => [key, Reflect.get(value, key)]);
  return { object: entries.map(([key, one]: readonly unknown[]) => [key, spelt(one)]) };
}
