import { type Code, CODES } from "./codes.ts";
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

/** An error ends a command with an exit code; a warning does not. */
export type IssueSeverity = "error" | "warning";

/** Whether an issue is an error, by the exit code of its code. */
export function severityOf({ code }: Pick<Issue, "code">): IssueSeverity {
  return CODES[code].exit === 0 ? "warning" : "error";
}

/**
 * An issue on one line, as every command prints it: `source:line:column: CODE message; fix`. One that carries its
 * severity tells it before the code.
 *
 * @example
 * formatIssue({ code: "INPUT_NOT_FOUND", source: "logs/", message: "no such file or folder" });
 * // "logs/: INPUT_NOT_FOUND no such file or folder"
 */
export function formatIssue(issue: Issue & { readonly severity?: IssueSeverity }): string {
  const place = [issue.source, issue.line, issue.column].filter((part) => part !== undefined).join(":");
  const severity = issue.severity === undefined ? "" : `${issue.severity} `;
  const fix = issue.fix === undefined ? "" : `; ${issue.fix}`;
  return visible(`${place === "" ? "" : `${place}: `}${severity}${issue.code} ${issue.message}${fix}`);
}
