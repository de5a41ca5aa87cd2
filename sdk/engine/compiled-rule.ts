import type { Digest } from "../base/digest.ts";
import { toMilliseconds } from "../base/duration.ts";
import type { AnyEvent } from "../event/log-types.ts";
import type { AnyRule } from "../rule/rule.ts";
import type { Severity } from "../rule/severity.ts";
import type { Listener } from "./correlation/listeners.ts";
import { KeyTree } from "./key-tree.ts";
import type { Sighted } from "./match.ts";

/** What a window measures. */
export interface Measure {
  readonly kind: "count" | "unique" | "sum" | "ratio" | "baseline" | "absence";
  /** What a window has to reach; a share has to exceed it. */
  readonly atLeast: number;
  /** Matches that a window must hold. */
  readonly minimum?: number;
  /** Milliseconds for which no match may come. */
  readonly absence?: number;
  readonly usual?: {
    /** How many times what is usual a window must exceed. */
    readonly factor: number;
    /** Days of the group's own past that count. */
    readonly days: number;
    /** Milliseconds for which a group must be known. */
    readonly warmUp: number;
  };
  /** What a match adds to it; absent for a count. */
  readonly of?: (event: AnyEvent) => unknown;
}

/** A rule made ready to run: durations in milliseconds, defaults in place, functions over any event. */
export interface CompiledRule {
  readonly rule: AnyRule;
  readonly id: string;
  readonly detect: (event: AnyEvent) => unknown;
  readonly measure: Measure;
  readonly within: number;
  readonly dedupPeriod: number;
  /** What it says when it cannot say it for an event. */
  readonly severity: Severity;
  readonly firstSeen: CompiledFirstSeen | undefined;
  readonly exceptions: readonly {
    readonly id: string;
    readonly expires: number;
    readonly when: (event: AnyEvent) => unknown;
  }[];
  readonly summaryPaths: readonly { readonly path: string; readonly keys: readonly string[] }[];
  /** Stands for keys that are too long to be kept. */
  readonly digest: Digest;
  /** The steps of correlations that wait for its matches, and those that wait for its alerts. */
  readonly listeners: Readonly<Record<Listener["on"], readonly Listener[]>>;
  /** Whether it needs events in order: false when each match alone fires it, or makes a signal. */
  readonly ordered: boolean;
}

export interface CompiledFirstSeen {
  readonly key: (event: AnyEvent) => unknown;
  readonly scope: (event: AnyEvent) => unknown;
  readonly learn: number;
  readonly forget: number;
  /** What was made of scopes and keys, most of which come again and again, also to other rules. */
  readonly sighted: KeyTree<Sighted>;
}

const HOUR = "1h";

/** Makes a rule ready to run. */
export function compileRule(
  rule: AnyRule,
  digest: Digest,
  listeners: readonly Listener[] = [],
  sighted = new KeyTree<Sighted>(),
): CompiledRule {
  const { threshold = 1, firstSeen, dedupPeriod = HOUR } = rule;
  const own = typeof threshold === "number" ? undefined : threshold.within;
  const measure = measureOf(threshold);
  return {
    rule,
    id: rule.id,
    summaryPaths: (rule.summaryAttributes ?? []).map((path: string) => ({ path, keys: path.split(".") })),
    detect: overAny(rule.detect),
    measure,
    within: toMilliseconds(own ?? dedupPeriod),
    dedupPeriod: toMilliseconds(dedupPeriod),
    severity: typeof rule.severity === "function" ? (rule.defaultSeverity ?? "MEDIUM") : rule.severity,
    // Every rule has every key, in one order: asking rules of different makes is slower.
    firstSeen: firstSeen && {
      key: overAny(firstSeen.key),
      scope: firstSeen.scope === undefined ? () => "" : overAny(firstSeen.scope),
      learn: toMilliseconds(firstSeen.learn),
      forget: toMilliseconds(firstSeen.forget),
      sighted,
    },
    exceptions: (rule.exceptions ?? []).map(({ id, expires, when }) => ({
      id,
      expires: Date.parse(`${expires}T00:00:00Z`),
      when: overAny(when),
    })),
    digest,
    listeners: {
      match: listeners.filter(({ on }) => on === "match"),
      alert: listeners.filter(({ on }) => on === "alert"),
    },
    ordered:
      firstSeen !== undefined ||
      (rule.createAlert !== false && (measure.kind !== "count" || measure.atLeast > 1)),
  };
}

function measureOf(threshold: NonNullable<AnyRule["threshold"]>): Measure {
  if (typeof threshold === "number") return { kind: "count", atLeast: threshold };
  if (threshold.count !== undefined) return { kind: "count", atLeast: threshold.count };
  if (threshold.unique !== undefined)
    return { kind: "unique", atLeast: threshold.atLeast, of: overAny(threshold.unique) };
  if (threshold.sum !== undefined)
    return { kind: "sum", atLeast: threshold.atLeast, of: overAny(threshold.sum) };
  if (threshold.ratio !== undefined) {
    const { ratio, above, minimum } = threshold;
    return { kind: "ratio", atLeast: above, minimum, of: overAny(ratio) };
  }
  if (threshold.absence !== undefined)
    return { kind: "absence", atLeast: threshold.minimum ?? 1, absence: toMilliseconds(threshold.absence) };
  const { baseline, factor, floor, history = "14d", warmUp } = threshold;
  const usual = {
    factor,
    days: Math.floor(toMilliseconds(history) / toMilliseconds("1d")),
    warmUp: toMilliseconds(warmUp),
  };
  return { kind: "baseline", atLeast: floor, usual, of: overAny(baseline) };
}

/** A rule sees only events of its log types, which is what its functions were typed for. */
function overAny(fn: (event: never) => unknown): (event: AnyEvent) => unknown {
  return fn as (event: AnyEvent) => unknown;
}
