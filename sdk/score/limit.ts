import type { Figures } from "./figures.ts";
import type { Run } from "./scores.ts";

/** Figures that may be asked for. The first two have to reach their limit, the others must not exceed it. */
export const LIMITED = ["recall", "precision", "false-alerts", "median-time", "rule-errors"] as const;

/** What a run must keep to. */
export interface Limit {
  readonly level: "any" | "loud";
  readonly figure: (typeof LIMITED)[number];
  /** A share, false alerts a day, seconds, or rule errors. */
  readonly limit: number;
}

/** A limit that a run breaks. */
export interface Breach extends Limit {
  readonly run: string;
  /** Not there where the run has no such figure. */
  readonly value?: number;
}

/** The limits that a run breaks. One that cannot be told, as the recall of no incidents, is broken. */
export function breaches(run: Run, limits: readonly Limit[]): Breach[] {
  return limits.flatMap((one) => {
    const value = valueOf(run, one);
    const isKept = value !== undefined && (isFloor(one.figure) ? value >= one.limit : value <= one.limit);
    return isKept ? [] : [{ ...one, run: run.name, ...(value !== undefined && { value }) }];
  });
}

/** Whether a figure has to reach its limit. */
export function isFloor(figure: Limit["figure"]): boolean {
  return figure === "recall" || figure === "precision";
}

const KEYS = {
  recall: "recall",
  precision: "precision",
  "false-alerts": "falsePerDay",
  "median-time": "medianTime",
} as const satisfies Partial<Record<Limit["figure"], keyof Figures>>;

function valueOf(run: Run, { figure, level }: Limit): number | undefined {
  return figure === "rule-errors" ? run.ruleErrors : run[level][KEYS[figure]];
}
