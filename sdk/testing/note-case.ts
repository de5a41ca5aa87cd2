import { TestRunner } from "vitest";

/** What a rule did with the records of one test: it raised an alert, saw events and stayed quiet, or threw. */
export interface CaseNote {
  /** The rule's id. */
  readonly rule: string;
  readonly kind: "raised" | "quiet" | "failed";
}

declare module "vitest" {
  interface TaskMeta {
    /** What rules did in the test, for whoever counts the cases of a rule. */
    caracal?: CaseNote[];
  }
}

/** Notes in the test that runs what a rule did in it; outside a test nothing is noted. */
export function noteCase(note: CaseNote): void {
  const test = TestRunner.getCurrentTest();
  if (test !== undefined) (test.meta.caracal ??= []).push(note);
}
