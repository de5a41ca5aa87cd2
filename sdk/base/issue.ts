import type { Code } from "./codes.ts";
import { visible } from "./visible.ts";

/** Something that went wrong, as data: what (`code`, `message`), where, and what to do (`fix`). */
export interface Issue {
  readonly code: Code;
  /** What happened, one sentence without a full stop. */
  readonly message: string;
  /** The file, stream or rule it happened in, as the user named it. */
  readonly source?: string;
  /** Line in `source`, from 1. */
  readonly line?: number;
  /** Column in the line, from 1. */
  readonly column?: number;
  /** What to do about it. */
  readonly fix?: string;
}

/**
 * An issue on one line, as every command prints it: `source:line:column: CODE message; fix`.
 *
 * @example
 * formatIssue({ code: "INPUT_NOT_FOUND", source: "logs/", message: "no such file or folder" });
 * // "logs/: INPUT_NOT_FOUND no such file or folder"
 */
export function formatIssue(issue: Issue): string {
  const place = [issue.source, issue.line, issue.column].filter((part) => part !== undefined).join(":");
  const fix = issue.fix === undefined ? "" : `; ${issue.fix}`;
  return visible(`${place === "" ? "" : `${place}: `}${issue.code} ${issue.message}${fix}`);
}
