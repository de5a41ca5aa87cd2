import type { Issue } from "../base/issue.ts";
import type { Path } from "./raw-schema.ts";

/** What is wrong with a schema, and the part of the file that it is about. */
export interface Finding extends Pick<Issue, "code" | "message" | "fix"> {
  readonly path: Path;
  /** The key of the mapping at `path` that it is about, where it is about a key and not about its value. */
  readonly key?: string;
}

/** What breaks the language. */
export function wrong(path: Path, message: string, fix: string): Finding {
  return { code: "SCHEMA_INVALID", path, message, fix };
}

/** What keeps to the language, and is likely a mistake all the same. */
export function doubtful(path: Path, message: string, fix: string): Finding {
  return { code: "SCHEMA_DOUBTFUL", path, message, fix };
}
