import type { JsonObject } from "../../base/json.ts";
import type { Duration } from "../../base/duration.ts";
import type { Severity } from "../../rule/severity.ts";
import type { Condition } from "./condition.ts";
import type { RuleName } from "./rule-name.ts";
import type { Subject } from "./subject.ts";

/** A rule and its test before they are written. */
export interface Draft {
  readonly name: RuleName;
  readonly subject: Subject;
  readonly conditions: readonly Condition[];
  /** Records that the rule detects. */
  readonly samples: readonly JsonObject[];
  /** Whether fields of the records have other names in events, so that the event's type is not theirs. */
  readonly isRenamed?: boolean;
  readonly severity: Severity;
  /** How many events raise an alert, and within what time. Absent: each does. */
  readonly threshold?: { readonly count: number; readonly within: Duration };
  readonly reports?: Readonly<Record<string, readonly string[]>>;
  readonly destinations: readonly string[];
}
