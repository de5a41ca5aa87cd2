import { CaracalError } from "../base/caracal-error.ts";
import type { JsonObject } from "../base/json.ts";
import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import type { LogType } from "../event/log-type.ts";
import type { AnyEvent } from "../event/log-types.ts";
import { recordDecoder, type RecordDecoder } from "../event/record-decoder.ts";
import { sha256 } from "../event/sha256.ts";
import { fillInId } from "./fill-in-id.ts";
import { freezeEvent } from "./freeze-event.ts";
import { putTime } from "./put-time.ts";
import { logTypeOfSample } from "./sample-log-types.ts";

/** When a record of a test counts as parsed: rules under test must not see the time of day. */
const PARSED = "2000-01-01T00:00:00Z";

const decoders = new Map<string, { readonly logTypes: readonly LogType[]; readonly decode: RecordDecoder }>();

/** Reads the records of one test: numbers them, fills in their ids, and makes frozen events of them. */
export class RecordReader {
  readonly #logTypes: readonly LogType[];
  #records = 0;

  /** @param logTypes those beside the ones that come with Caracal and those that samples were made of */
  constructor(logTypes: readonly LogType[] = []) {
    this.#logTypes = logTypes;
  }

  /**
   * The event of the next record.
   *
   * @param time when it happened, in milliseconds since 1970. Default: what the record says
   * @throws CaracalError when no log type takes the record: a test's records must be real ones; `ARGUMENT_INVALID` for
   *   what is no record
   */
  read(record: JsonObject, time?: number): AnyEvent {
    refuseOther(record);
    const own = logTypeOfSample(record);
    const decode = (one: JsonObject): AnyEvent =>
      decodeWith(own ? [own, ...this.#logTypes] : this.#logTypes, one);
    const whole = fillInId(record, ++this.#records);
    return freezeEvent(decode(time === undefined ? whole : putTime(whole, time, decode)));
  }
}

/** Refuses what the compiler would: tests run without one. */
function refuseOther(record: unknown): void {
  const kind = Object.prototype.toString.call(record).slice("[object ".length, -1);
  if (kind === "Object") return;
  throw new CaracalError({
    code: "ARGUMENT_INVALID",
    message: `a record is an object, and this is of type ${kind}`,
    fix: "give a raw record, or a list of them where several may stand; await what is promised",
  });
}

function decodeWith(own: readonly LogType[], record: JsonObject): AnyEvent {
  const decoded = decoderOf(own)(structuredClone(record));
  if (decoded.event === undefined) throw new CaracalError(decoded);
  return decoded.event;
}

/** A decoder takes longer to make than a record to read, so each is made once. */
function decoderOf(own: readonly LogType[]): RecordDecoder {
  const logTypes = [...new Set([...BUILT_IN_LOG_TYPES, ...own])];
  const names = logTypes.map(({ name }) => name).join(" ");
  const known = decoders.get(names);
  if (known !== undefined && known.logTypes.every((logType, at) => logType === logTypes[at]))
    return known.decode;
  const decode = recordDecoder({ logTypes, digest: sha256, clock: () => new Date(PARSED) });
  decoders.set(names, { logTypes, decode });
  return decode;
}
