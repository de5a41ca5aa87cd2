/** The severities, mildest first. */
export const SEVERITIES = ["INFO", "LOW", "MEDIUM", "HIGH", "CRITICAL"] as const;

/** How bad it is. */
export type Severity = (typeof SEVERITIES)[number];

/** Whether a value is a severity. */
export function isSeverity(value: unknown): value is Severity {
  return SEVERITIES.includes(value as Severity);
}

/** The worse of two severities. */
export function worse(one: Severity, other: Severity): Severity {
  return SEVERITIES.indexOf(other) > SEVERITIES.indexOf(one) ? other : one;
}
