import sortBy from "lodash/sortBy.js";
import type { JsonObject } from "../base/json.ts";
import type { LogType } from "./log-type.ts";
import { own } from "./decoding.ts";

/** Tells which log types a record can be of. */
export interface Classifier {
  /** Those whose every key the record has, likeliest first. */
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
  const ranked = sortBy(logTypes, ({ keys = [] }) => -keys.length);
  const rank = new Map(ranked.map((logType, index) => [logType, index]));
  const users = new Map<string, number>();
  for (const { keys = [] } of ranked) for (const key of keys) users.set(key, (users.get(key) ?? 0) + 1);
  const bySign = Map.groupBy(ranked, ({ keys = [] }) => sortBy(keys, (key) => users.get(key))[0]);
  const keyless = bySign.get(undefined) ?? [];
  return {
    candidates(record) {
      let found = keyless;
      for (const key in record) {
        const possible = bySign.get(key)?.filter((logType) => lacks(logType, record) === 0);
        if (possible?.length) found = found.length === 0 ? possible : [...found, ...possible];
      }
      return found.length > 1 ? sortBy(found, (logType) => rank.get(logType)) : found;
    },
    nearest: (record) => sortBy(ranked, (logType) => lacks(logType, record)).slice(0, NEAREST),
  };
}

/** How many of a log type's keys a record does not have. */
function lacks({ keys = [] }: LogType, record: JsonObject): number {
  return keys.filter((key) => (own(record, key) ?? null) === null).length;
}
