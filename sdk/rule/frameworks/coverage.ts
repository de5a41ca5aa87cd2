import type { Framework } from "./frameworks.ts";
import type { ReportProblem } from "./read-report.ts";

/** What rules say they find, by framework. */
export interface Coverage {
  /** How many rules there are; those that are switched off do not count. */
  readonly rules: number;
  readonly matrices: readonly Matrix[];
  /** The ids of rules that report to none of the matrices. */
  readonly withoutReport: readonly string[];
  /** What stands in `reports` and is not in the framework's tables. */
  readonly problems: readonly CoverageProblem[];
  /** The ids of rules by the frameworks they report to that have no tables. */
  readonly others: ReadonlyMap<string, readonly string[]>;
}

/** A framework's tactics, and what of them rules report. */
export interface Matrix {
  readonly framework: Framework;
  /** Techniques that a rule reports, or of which it reports a sub-technique. */
  readonly covered: number;
  /** Techniques in the framework's tables, without sub-techniques. */
  readonly total: number;
  /** In the order of the matrix; perhaps one more without an id, for techniques of which no tactic is known. */
  readonly tactics: readonly CoveredTactic[];
}

/** What rules report of a tactic. */
export interface CoveredTactic {
  readonly id?: string;
  readonly name: string;
  /** The ids of rules that report the tactic and no technique. */
  readonly rules: readonly string[];
  /** Techniques and sub-techniques that rules report, by id. */
  readonly techniques: readonly CoveredTechnique[];
  /**
   * Ids of its techniques that no rule reports, for this tactic or another, nor any of their sub-techniques. None where
   * the framework's tables are not whole.
   */
  readonly gaps: readonly string[];
}

/** A technique that rules report. */
export interface CoveredTechnique {
  readonly id: string;
  /** Of a sub-technique after that of its technique. Missing where the framework's tables lack it. */
  readonly name?: string;
  /** The ids of the rules. */
  readonly rules: readonly string[];
  /** Whether a rule named this very tactic; else all named the technique alone. */
  readonly isForTactic: boolean;
}

/** An id that is not in the framework's tables, and the rule that reports it. */
export interface CoverageProblem {
  readonly rule: string;
  readonly framework: string;
  readonly text: string;
  readonly problem: ReportProblem;
}
