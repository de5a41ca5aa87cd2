import type { Code } from "../base/codes.ts";
import type { Reading } from "./make-event.ts";
import type { FieldIssue } from "./standard-fields.ts";

/** Why a record makes no event. */
export interface RecordRefusal {
  readonly event?: undefined;
  readonly code: Code;
  readonly message: string;
}

/** Why a log type does not take a record, if it does not. */
export function refusalOf({ logType: { name }, to }: Reading, strict = false): RecordRefusal | undefined {
  const { refusal, issues } = to;
  if (refusal !== undefined) return notClassified(`not ${name}: ${describeRefusal(refusal, issues)}`);
  const [issue] = issues;
  if (!strict || issue === undefined) return undefined;
  return { code: "RECORD_FIELD_INVALID", message: `${name}: the field ${issue.path} ${describe(issue)}` };
}

/**
 * Why none of several log types takes a record.
 *
 * @param refusals of those that came nearest
 * @param most how many log types there are
 */
export function refuseAll(refusals: readonly (RecordRefusal | undefined)[], most: number): RecordRefusal {
  const told = refusals.filter((refusal) => refusal !== undefined);
  const [only] = told;
  if (most === 0) return notClassified("there is no log type");
  if (most === 1 && only !== undefined) return only;
  const messages = told.map(({ message }) => message);
  return notClassified(
    [...messages, ...(most > told.length ? [`nor any of ${most - told.length} more`] : [])].join("; "),
  );
}

function notClassified(message: string): RecordRefusal {
  return { code: "RECORD_NOT_CLASSIFIED", message };
}

function describeRefusal(
  { path, asked, found }: NonNullable<Reading["to"]["refusal"]>,
  issues: readonly FieldIssue[],
): string {
  if (asked === "validate") return `the field ${path} is text that validate does not allow`;
  const issue = issues.find((one) => one.path === path);
  return `the required field ${path} ${issue === undefined ? `is ${found}` : describe(issue)}`;
}

function describe({ expected, found }: FieldIssue): string {
  return `should be ${expected}, but is ${found}`;
}
