import type { Issue } from "../base/issue.ts";
import type { JsonObject } from "../base/json.ts";
import type { FuzzCommandOptions } from "./fuzz-rules.ts";

/** A fault as the command tells it. */
export interface FuzzFinding extends Issue {
  readonly rule: string;
  /** The function, as it stands in the rule: `firstSeen.key`. */
  readonly function: string;
  /** The smallest records found that show it: one for a rule, of a correlation one for each step. */
  readonly records: readonly JsonObject[];
  /** A test that fails as long as the rule has the fault. */
  readonly test: string;
}

/** What the worker must know. */
export interface FuzzWork {
  readonly filters: readonly string[];
  readonly options: FuzzCommandOptions;
  /** Which of the chosen rules to begin with. */
  readonly first: number;
  readonly watched: SharedArrayBuffer;
}

/** A rule that was chosen. */
export interface ChosenRule {
  readonly id: string;
  readonly source: string;
}

/** What the worker tells. */
export type FromFuzzWorker =
  | { readonly kind: "chosen"; readonly rules: readonly ChosenRule[]; readonly issues: readonly Issue[] }
  | { readonly kind: "begun"; readonly rule: number }
  | {
      readonly kind: "done";
      readonly rule: number;
      readonly findings: readonly FuzzFinding[];
      readonly runs: number;
    };
