/** What was measured, and what it must keep to. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** What is worth knowing beside it. */
  readonly beside?: string;
}

/** Prints a line about what was measured. Where it breaks its bound, the process will end with 1. */
export function printFigure({ name, value, unit, atLeast, atMost, beside }: Figure): void {
  const isKept = value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
  if (!isKept) process.exitCode = 1;
  const parts = [
    `${name}: ${text(value)} ${unit}`,
    atLeast !== undefined && `at least ${text(atLeast)}`,
    atMost !== undefined && `at most ${text(atMost)}`,
    beside,
    !isKept && "BROKEN",
  ];
  process.stdout.write(`${parts.filter(Boolean).join(", ")}\n`);
}

function text(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });
}
