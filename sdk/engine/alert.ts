import type { JsonObject } from "../base/json.ts";
import type { Severity } from "../rule/severity.ts";
import type { AlertStep } from "./correlation/alert-step.ts";

/** Why an alert was raised. */
export type AlertType = "RULE" | "RULE_ERROR" | "CORRELATION_RULE";

/** A function of the rule that threw, or gave something unusable; a default stood in for it. */
export interface Fault {
  /** The rule's key: `title`, `severity`. */
  readonly function: string;
  readonly error: string;
}

/** The measure that crossed. */
export interface Crossing {
  readonly measure: "count" | "unique" | "sum" | "ratio" | "baseline" | "absence" | "steps";
  /** What it was when the alert was created. */
  readonly value: number;
  /** What it had to reach: the floor of a baseline; what a ratio had to exceed. */
  readonly atLeast: number;
  /** The window, as `"1h"`. */
  readonly within: string;
}

/** What a group of matches raised. Its keys are always in this order; times are RFC 3339, UTC. */
export interface Alert {
  /** 32 hexadecimal digits of rule, group and crossing event: the same history gives the same ids. */
  readonly alertId: string;
  readonly type: AlertType;
  readonly ruleId: string;
  readonly displayName: string;
  readonly severity: Severity;
  readonly title: string;
  /** The key of its group. */
  readonly dedup: string;
  /** The time of the event that crossed. */
  readonly createdAt: string;
  readonly firstEventTime: string;
  readonly lastEventTime: string;
  readonly eventCount: number;
  readonly threshold: Crossing;
  readonly logTypes: readonly string[];
  readonly description: string;
  readonly runbook: string;
  readonly reference: string;
  readonly tags: readonly string[];
  readonly reports: Readonly<Record<string, readonly string[]>>;
  readonly destinations: readonly string[];
  /** The most frequent values of the rule's summary attributes, and how many events had each. */
  readonly summary: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The indicators of its events, at most 100 of a kind. */
  readonly entities: Readonly<Record<string, readonly string[]>>;
  readonly context: JsonObject;
  /** The row ids of its events, the first 100. */
  readonly eventIds: readonly string[];
  /** The steps of a correlation, in their order, with their events. Only correlations have them. */
  readonly steps?: readonly AlertStep[];
  readonly faults: readonly Fault[];
}
