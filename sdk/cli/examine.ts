import type { Asked } from "../engine/match.ts";
import type { AnyEvent } from "../event/log-types.ts";
import type { RecordRefusal } from "../event/record-refusal.ts";
import type { Place } from "../sources/piece.ts";
import type { Position } from "../sources/position.ts";
import type { BrokenRecord, RawRecord } from "../sources/raw-record.ts";
import type { Source } from "../sources/source.ts";
import type { KeptRecord } from "./remake-event.ts";
import type { SourceDecoder } from "./source-decoder.ts";

/**
 * All that a run must know of a record. It is plain data and no more than is needed, so that one thread may examine
 * and another count.
 */
export interface Examined extends Place {
  readonly position?: Position;
  readonly isRepeated?: true;
  /** The event's time, in milliseconds since 1970. */
  readonly time?: number;
  /** Bytes of the record; absent where it is skipped. */
  readonly size?: number;
  /** Its text, where it may have to be told: that of a reject, or of an event that a rule matched. */
  readonly raw?: string;
  /** Why it is no event. */
  readonly refusal?: Pick<RecordRefusal, "code" | "message">;
  readonly event?: ExaminedEvent;
}

/** What is known of an event once it has been decoded and the rules were asked about it. */
export interface ExaminedEvent {
  readonly asked: Asked;
  /** To make the event again, if a rule matched. */
  readonly kept?: KeptRecord;
  /** Paths of the record that the schema does not know, if there are any. */
  readonly unknown?: ReadonlyMap<string, string>;
  readonly fieldIssues?: NonNullable<AnyEvent["p_field_issues"]>;
}

export interface ExaminerOptions {
  readonly decoder: SourceDecoder;
  readonly engine: { readonly ask: (event: AnyEvent) => Asked };
  /** Skip events before this, in milliseconds since 1970. */
  readonly from?: number;
  /** Skip events from this on. */
  readonly to?: number;
}

/** Examines the records of a source, those of each source in their order. */
export type Examiner = (record: RawRecord, source: Source) => Examined;

/** Makes an {@link Examiner}. */
export function examiner({ decoder, engine, from = -Infinity, to = Infinity }: ExaminerOptions): Examiner {
  return (record, source) => {
    const { time, decoded, kept, isSkipped } = decoder(record, source);
    const { line, offset, position } = record;
    const common = {
      line,
      offset,
      ...(position !== undefined && { position }),
      ...(time !== undefined && { time }),
    };
    const isOutside = time !== undefined && (time < from || time >= to);
    if (record.kind === "skipped" || isSkipped === true || isOutside) return common;
    const { raw } = record;
    const size = Buffer.byteLength(raw);
    const isRepeated = record.kind === "rejected" && record.isRepeated === true;
    const found = { ...common, size, ...(isRepeated && { isRepeated }) };
    if (decoded?.event === undefined) {
      const { code, message } = decoded ?? (record as BrokenRecord);
      return { ...found, raw, refusal: { code, message } };
    }
    const { event, unknown } = decoded;
    const asked = engine.ask(event);
    const isMatched = asked.answers.length > 0;
    return {
      ...found,
      ...(isMatched && !hasText(kept) && { raw }),
      event: {
        asked,
        ...(isMatched && kept !== undefined && { kept }),
        ...(unknown.size > 0 && { unknown }),
        ...(event.p_field_issues !== undefined && { fieldIssues: event.p_field_issues }),
      },
    };
  };
}

/** Reads a source and examines its records, here or in a worker. */
export type ExaminingReader = (
  source: Source,
  progress: (bytes: number) => void,
) => AsyncIterable<readonly Examined[]>;

/** Makes what reads sources in this very thread. */
export function readHere(examine: Examiner): ExaminingReader {
  return async function* (source, progress) {
    for await (const batch of source.read(progress)) yield batch.map((record) => examine(record, source));
  };
}

/** The text of what was examined, where it is there. */
export function textOf({ raw, event }: Examined): string {
  return raw ?? (hasText(event?.kept) ? event.kept.raw : "");
}

/** A text is not sent to another thread twice. */
function hasText(kept: KeptRecord | undefined): kept is Extract<KeptRecord, { readonly raw: string }> {
  return kept !== undefined && "raw" in kept;
}
