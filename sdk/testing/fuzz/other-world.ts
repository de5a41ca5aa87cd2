/** How far another world's clock is ahead, in milliseconds: a year and a bit, so that no part of a date is the same. */
const AHEAD = 31_536_000_000 + 33 * 86_400_000 + 37 * 60_000;

/** Calls a function in a world in which it is another time and chance falls otherwise: what is pure says the same there. */
export function inOtherWorld<T>(call: () => T): T {
  const { Date: RealDate } = globalThis;
  const { random } = Math;
  const now = (): number => RealDate.now() + AHEAD;
  let chance = 0.123;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, made) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, made) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === "now" ? now : (Reflect.get(target, key) as unknown)),
  });
  Math.random = () => (chance = (chance + 0.618) % 1);
  try {
    return call();
  } finally {
    globalThis.Date = RealDate;
    Math.random = random;
  }
}
