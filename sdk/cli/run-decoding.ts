import { BUILT_IN_LOG_TYPES } from "../event/built-in-log-types.ts";
import type { LogType } from "../event/log-type.ts";
import type { RecordDecoderOptions } from "../event/record-decoder.ts";
import { sha256 } from "../event/sha256.ts";

/**
 * How a run makes events of records.
 *
 * @param logTypes those beside the ones that come with Caracal
 */
export function runDecoding(
  logTypes: readonly LogType[],
  { strict = false }: { readonly strict?: boolean },
): RecordDecoderOptions {
  return { logTypes: [...BUILT_IN_LOG_TYPES, ...logTypes], digest: sha256, clock: () => new Date(), strict };
}
