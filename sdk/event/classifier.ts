import sortBy from "lodash/sortBy.js";
import type { JsonObject } from "../base/json.ts";
import type { LogType } from "./log-type.ts";
import { own } from "./decoding.ts";

/** Tells which log types a record can be of. */
export interface Classifier {
  /** Those whose every key the record has, with a value that it can have; likeliest first. */
  readonly candidates: (record: JsonObject) => readonly LogType[];
  /** Those that lack least, to tell why none takes it. */
  readonly nearest: (record: JsonObject) => readonly LogType[];
}

/** How many log types tell why they do not take a record. */
const NEAREST = 3;

/**
 * Makes a {@link Classifier} from the keys that log types require. A log type with more of them is likelier, because
 * a record that has them all says more; else the order given decides. Nothing is learnt from records, so the same
 * record is always of the same log type.
 *
 * Each log type is looked up by the one of its keys that the fewest others have: the cost is that of a record's
 * keys, however many log types there are.
 */
export function classifier(logTypes: readonly LogType[]): Classifier {
  const allowed = new Map(logTypes.map((logType) => [logType, valuesOf(logType)]));
  const fits = (logType: LogType, record: JsonObject): boolean =>
    lacks(logType, record) === 0 && hasValues(allowed.get(logType) ?? [], record);
  const ranked = sortBy(logTypes, ({ keys = [] }) => -keys.length);
  const rank = new Map(ranked.map((logType, index) => [logType, index]));
  const users = new Map<string, number>();
  for (const { keys = [] } of ranked) for (const key of keys) users.set(key, (users.get(key) ?? 0) + 1);
  const bySign = Map.groupBy(ranked, ({ keys = [] }) => sortBy(keys, (key) => users.get(key))[0]);
  const withoutKeys = bySign.get(undefined) ?? [];
  return {
    candidates(record) {
      let found = withoutKeys.filter((logType) => fits(logType, record));
      for (const key in record) {
        const possible = bySign.get(key)?.filter((logType) => fits(logType, record));
        if (possible?.length) found = found.length === 0 ? possible : [...found, ...possible];
      }
      return found.length > 1 ? sortBy(found, (logType) => rank.get(logType)) : found;
    },
    nearest: (record) => sortBy(ranked, (logType) => lacks(logType, record)).slice(0, NEAREST),
  };
}

type Allowed = readonly (readonly [key: string, texts: ReadonlySet<string>])[];

function valuesOf({ values = {} }: LogType): Allowed {
  return Object.entries(values).map(([key, texts]) => [key, new Set(texts)]);
}

/** Whether no text of a record is one that a log type's records cannot have. */
function hasValues(allowed: Allowed, record: JsonObject): boolean {
  return allowed.every(([key, texts]) => {
    const value = own(record, key);
    return typeof value !== "string" || texts.has(value);
  });
}

/** How many of a log type's keys a record does not have. */
function lacks({ keys = [] }: LogType, record: JsonObject): number {
  return keys.filter((key) => (own(record, key) ?? null) === null).length;
}
