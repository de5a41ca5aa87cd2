/** The severities, mildest first. */
export const SEVERITIES = ["INFO", "LOW", "MEDIUM", "HIGH", "CRITICAL"] as const;

/** How bad it is. */
export type Severity = (typeof SEVERITIES)[number];

/** Whether a value is a severity. */
export function isSeverity(value: unknown): value is Severity {
  return SEVERITIES.includes(value as Severity);
}

/** Whether a severity is another one, or worse. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}

/** The worse of two severities. */
export function worse(one: Severity, other: Severity): Severity {
  return isAtLeast(one, other) ? one : other;
}
