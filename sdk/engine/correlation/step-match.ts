import type { JsonObject } from "../../base/json.ts";
import type { AnyEvent } from "../../event/log-types.ts";
import type { Entry } from "../entry.ts";
import { describe, type Failure, ReturnError } from "../fault.ts";
import { keyText } from "../key-text.ts";
import { truncate } from "../limits.ts";
import type { Listener } from "./listeners.ts";

/** How long the context of a step may be as JSON: it is kept for every key. */
const CONTEXT_LIMIT = 10_000;

/** A match of a rule as a correlation takes it for one of its steps: plain data, which no longer needs the event. */
export interface StepMatch {
  /** The id of the correlation. */
  readonly correlation: string;
  /** Which of its steps. */
  readonly step: number;
  /** Whether it counts when the rule matches, or only when the rule raises an alert. */
  readonly on: "match" | "alert";
  /** Milliseconds since 1970: of the event, or when what must not happen had not happened. */
  readonly time: number;
  /** The key as one text, unlike any other key. */
  readonly key: string;
  /** The key as people read it. */
  readonly dedup: string;
  readonly distinct?: string;
  readonly context?: JsonObject;
  readonly entry: Entry;
  /** What it is for the correlations above, should it complete this one. */
  readonly above: readonly StepMatch[];
  /** What was thrown, when the correlation could not say what it needs of the match. */
  readonly error?: Failure;
}

/**
 * What a match of a rule is for the correlations that listen to the rule. Those with `on: "alert"` count only if the
 * match raises an alert.
 */
export function stepMatchesOf(listeners: readonly Listener[], event: AnyEvent, entry: Entry): StepMatch[] {
  const found: StepMatch[] = [];
  for (const listener of listeners) {
    const match = stepMatchOf(listener, event, entry);
    if (match !== undefined) found.push(match);
  }
  return found;
}

function stepMatchOf(listener: Listener, event: AnyEvent, entry: Entry): StepMatch | undefined {
  const { correlation, step, on } = listener;
  const common = { correlation, step, on, time: entry.time, entry };
  try {
    const key = listener.by(event);
    // What has no key has nothing to share.
    if (key === "") return undefined;
    const said = {
      ...common,
      key: keyText("by", key, listener.digest),
      dedup: truncate(typeof key === "string" ? key : (key as string[]).join(" ")),
      ...(listener.distinct && {
        distinct: keyText("distinct.of", listener.distinct(event), listener.digest),
      }),
      ...(listener.context && { context: contextOf(listener.context(event)) }),
    };
    return { ...said, above: stepMatchesOf(listener.above, event, entry) };
  } catch (thrown) {
    const error = describe(thrown);
    return { ...common, key: error.kind, dedup: error.kind, above: [], error };
  }
}

/** A copy of the context as JSON. */
function contextOf(context: unknown): JsonObject {
  const text = typeof context === "object" && context !== null ? JSON.stringify(context) : undefined;
  if (text?.startsWith("{") === true && text.length <= CONTEXT_LIMIT) return JSON.parse(text) as JsonObject;
  throw new ReturnError("context", `an object of at most ${CONTEXT_LIMIT} characters as JSON`, context);
}
