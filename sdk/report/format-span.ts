/**
 * A length of time for people, in its two largest units: `45s`, `12m 5s`, `3h`, `2d 1h`.
 *
 * @param seconds rounded to what is shown
 */
export function formatSpan(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}s`;
  if (whole < 3_600) return inTwo(whole, 60, ["m", "s"]);
  const minutes = Math.round(seconds / 60);
  if (minutes < 24 * 60) return inTwo(minutes, 60, ["h", "m"]);
  return inTwo(Math.round(seconds / 3_600), 24, ["d", "h"]);
}

function inTwo(count: number, each: number, [large, small]: readonly [string, string]): string {
  const rest = count % each;
  return `${Math.floor(count / each)}${large}${rest === 0 ? "" : ` ${rest}${small}`}`;
}
