import { statSync } from "node:fs";
import { dirname } from "node:path";
import { CaracalError } from "../base/caracal-error.ts";

/** What SQLite's result codes mean for a state file: https://www.sqlite.org/rescode.html */
const BUSY = 5;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;
const IOERR_SHORT_READ = 522;

const PERMISSIONS = "check the permissions of the file and its folder, and the room on the disk";

/** Does something with a state file, and tells what keeps it from being done as a {@link CaracalError}. */
export function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    throw errorOf(path, cause);
  }
}

/** The error for a file that is not what was written. */
export function damaged(source: string, why: string, cause?: unknown): CaracalError {
  const fix = "put back a copy of it, or name another file to start from nothing";
  return new CaracalError(
    { code: "STATE_CORRUPT", source, message: `cannot be read: ${why}`, fix },
    { cause },
  );
}

/** The error for a path where no state can be kept. */
export function unwritable(source: string, message: string, fix: string, cause?: unknown): CaracalError {
  return new CaracalError({ code: "STATE_UNWRITABLE", source, message, fix }, { cause });
}

function errorOf(source: string, cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  if ("syscall" in cause)
    return unwritable(source, `cannot be written: ${cause.message}`, PERMISSIONS, cause);
  if (!("errcode" in cause)) return cause;
  const code = Number(cause.errcode);
  if (code === IOERR_SHORT_READ) return damaged(source, cause.message, cause);
  // The lowest byte is the kind of failure, the others are its details.
  switch (code & 0xff) {
    case BUSY: {
      const fix = "wait until that run has ended, or name another file";
      return new CaracalError(
        { code: "STATE_LOCKED", source, message: "is in use by another run", fix },
        { cause },
      );
    }
    case CORRUPT:
    case NOTADB:
      return damaged(source, cause.message, cause);
    case FULL:
      return unwritable(source, `cannot be written: ${cause.message}`, "make room on the disk", cause);
    case READONLY:
    case IOERR:
    case CANTOPEN:
      return statSync(dirname(source), { throwIfNoEntry: false }) === undefined
        ? unwritable(source, "its folder does not exist", "create the folder", cause)
        : unwritable(source, `cannot be written: ${cause.message}`, PERMISSIONS, cause);
    default:
      return cause;
  }
}
