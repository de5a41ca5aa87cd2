/**
 * A sum of numbers without rounding, as parts that do not overlap, the smallest first. So what was added can be taken
 * away again and leaves no trace: plain addition would end up a little off zero.
 */
export type ExactSum = number[];

/** Adds a number to a sum; its negative takes it away. */
export function addExactly(sum: ExactSum, value: number): void {
  const only = sum[0] ?? 0.5;
  const whole = only + value;
  if (
    sum.length === 1 &&
    whole !== 0 &&
    Number.isSafeInteger(only) &&
    Number.isSafeInteger(value) &&
    Number.isSafeInteger(whole)
  ) {
    // Integers do not round.
    sum[0] = whole;
    return;
  }
  let carried = value;
  let kept = 0;
  for (const part of sum) {
    const added = carried + part;
    const taken = added - carried;
    const lost = carried - (added - taken) + (part - taken);
    if (lost !== 0) sum[kept++] = lost;
    carried = added;
  }
  sum.length = kept;
  if (carried !== 0) sum.push(carried);
}

/**
 * The sum as the one number nearest to it, whichever way its parts came about. Adding the parts up could round twice;
 * so they are added from the largest until one does not fit, and what is left decides a tie. After fsum of CPython,
 * Modules/mathmodule.c.
 */
export function rounded(sum: ExactSum): number {
  let at = sum.length - 1;
  let total = sum[at] ?? 0;
  let lost = 0;
  while (at > 0 && lost === 0) {
    at--;
    const part = sum[at] ?? 0;
    const before = total;
    total = before + part;
    lost = part - (total - before);
  }
  if (at > 0 && lost < 0 === (sum[at - 1] ?? 0) < 0) {
    const twice = lost * 2;
    const other = total + twice;
    if (other - total === twice) return other;
  }
  return total;
}
