/** One small change of a rule file that its tests should notice. */
export interface Change {
  /** What kind of change it is, such as `ConditionalExpression` or `NumberLiteral`. */
  readonly mutator: string;
  /** Where the changed text begins in the file, in UTF-16 units from 0. */
  readonly start: number;
  /** Where it ends, exclusive. */
  readonly end: number;
  readonly replacement: string;
}

/** A text with a change made. */
export function changed(text: string, { start, end, replacement }: Change): string {
  return text.slice(0, start) + replacement + text.slice(end);
}
