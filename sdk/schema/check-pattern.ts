import { shown } from "./describe-choice.ts";
import { type Finding, wrong } from "./finding.ts";
import type { Path } from "./raw-schema.ts";

/** A pattern that cannot be used. What is no text is not looked at. */
export function* checkPattern(
  pattern: unknown,
  problemOf: (pattern: string) => string | undefined,
  path: Path,
): Generator<Finding> {
  const problem = typeof pattern === "string" ? problemOf(pattern) : undefined;
  if (problem !== undefined) yield wrong(path, `${shown(pattern)} ${problem}`, "correct the pattern");
}
