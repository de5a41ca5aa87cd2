import { CODES } from "../base/codes.ts";
import type { Issue } from "../base/issue.ts";

/** 0 fine, 1 findings, 2 a bad rule, schema or bundle, 3 bad arguments or unreadable input: the worst there was. */
export function exitCodeOf(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(({ code }) => CODES[code].exit));
}
