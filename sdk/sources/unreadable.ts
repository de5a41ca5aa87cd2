import { CaracalError } from "../base/caracal-error.ts";

/** The error for a source that exists but cannot be read. */
export function unreadable(source: string, cause: unknown): CaracalError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const fix = ["EACCES", "EPERM"].includes(codeOf(cause)) ? { fix: "check its permissions" } : {};
  return new CaracalError(
    { code: "INPUT_UNREADABLE", source, message: `cannot be read: ${why}`, ...fix },
    { cause },
  );
}

/** Whether an error of the file system says that there is nothing at the path. */
export function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
