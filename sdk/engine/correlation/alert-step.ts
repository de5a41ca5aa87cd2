/** What an alert of a correlation tells of one of its steps. */
export interface AlertStep {
  /** As the correlation calls it. */
  readonly name: string;
  /** The rule or correlation whose matches fill it. */
  readonly ruleId: string;
  /** Its matches; exact up to 100, or what the step needs where that is more. 0 for an absent step. */
  readonly count: number;
  /** Not there for an absent step. */
  readonly firstEventTime?: string;
  readonly lastEventTime?: string;
  /** The row ids of its events, the first 100. */
  readonly eventIds: readonly string[];
  readonly absent?: true;
}

/** How many row ids a step lists. */
export const LISTED = 100;

/** The steps of an alert that is joined: those it had, and those of what joins it. */
export function joinSteps(steps: readonly AlertStep[], joining: readonly AlertStep[]): AlertStep[] {
  return steps.map((step, at) => {
    const other = joining[at];
    if (other?.lastEventTime === undefined) return step;
    return {
      ...step,
      count: step.count + other.count,
      lastEventTime: other.lastEventTime,
      eventIds: [...step.eventIds, ...other.eventIds].slice(0, LISTED),
    };
  });
}
