import { CaracalError } from "../base/caracal-error.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Position } from "./position.ts";
import type { Source } from "./source.ts";
import { unreadable } from "./unreadable.ts";

/**
 * A source from a position on. It is not read where its file is no longer the one that was recognised, as a log that
 * was rotated since: what holds for one file would be said of another.
 *
 * @param known the fingerprint of the file at so many bytes
 */
export function guardedSource(
  source: Source,
  size: number,
  known: string,
  from: Position | undefined,
): Source {
  return {
    ...source,
    ...(source.address && { address: { ...source.address, guard: { known, from } } }),
    async *read(progress) {
      const { name } = source;
      if (!isStill(name, size, known)) {
        const message = "another file took its place after the run began";
        throw new CaracalError({ code: "INPUT_UNREADABLE", source: name, message, fix: "run again" });
      }
      yield* source.read(progress, from);
    },
  };
}

function isStill(path: string, size: number, known: string): boolean {
  try {
    return fingerprint(path, size) === known;
  } catch (error) {
    throw unreadable(path, error);
  }
}
