import type { AnyEvent } from "../event/log-types.ts";
import type { Indicators } from "../event/standard-fields.ts";
import type { Match } from "./match.ts";

/** Which event it is. */
export interface EventId {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly rowId: string;
  readonly logType: string;
}

/** An event that rules are asked about. */
export interface Questioned extends EventId {
  /** The event's indicators, once a match has asked for them. */
  indicators?: Indicators;
}

/** What the state keeps of an event that has arrived. */
export interface StoredArrival extends EventId {
  /** Bytes of the record. */
  readonly recordSize: number;
  /** From which the event is made again. */
  readonly record: object;
}

/** An event that has arrived: what matched it, and what the engine must know of it without holding it. */
export interface Arrival extends Questioned, StoredArrival {
  /** Bytes that holding it takes. */
  size: number;
  /** For an event that came too late to be put in order: the time up to which everything else had come. */
  readonly lateAt: number | undefined;
  /** The event again. */
  readonly event: () => AnyEvent;
  readonly matches: Match[];
}

/** The time that the engine has come to with an event. */
export function arrivalTime({ lateAt, time }: Pick<Arrival, "lateAt" | "time">): number {
  return lateAt ?? time;
}

/** What to keep of an arrival, to be given to {@link restoredArrival}. */
export function storedArrival({ time, rowId, logType, recordSize, record }: Arrival): StoredArrival {
  return { time, rowId, logType, recordSize, record };
}

/** An arrival again, as it was before any rule was asked; `undefined` when no event can be made of it any more. */
export function restoredArrival(
  stored: StoredArrival,
  remake: (record: object) => AnyEvent | undefined,
): Arrival | undefined {
  const event = (): AnyEvent => remake(stored.record) as AnyEvent;
  return event() && { ...stored, size: stored.recordSize, lateAt: undefined, event, matches: [] };
}
