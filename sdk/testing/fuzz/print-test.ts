import type { JsonObject } from "../../base/json.ts";
import { isCorrelation } from "../../rule/correlation.ts";
import type { Detection } from "../../rule/step.ts";
import type { Fault } from "./fuzz-rule.ts";
import { printValue } from "./print-value.ts";

/** What a test imports from a project's own files. */
export interface TestImport {
  /** `undefined` for a default export. */
  readonly name?: string;
  readonly from: string;
}

/** Where a test finds what it is about. */
export interface TestImports {
  readonly rule: TestImport;
  /** Log types that do not come with Caracal. */
  readonly logTypes: readonly TestImport[];
}

/** A test of vitest that fails as long as a rule has a fault, and passes once it is mended. */
export function printTest(
  rule: Detection,
  { problem, input }: Fault,
  { rule: from, logTypes }: TestImports,
): string {
  const name = from.name ?? "rule";
  const records = Object.values(input) as JsonObject[];
  const known = logTypes.map((one) => one.name ?? "logType").join(", ");
  const options = known === "" ? "" : `, { logTypes: [${known}] }`;
  const isDetect = problem.call === "detect" && problem.code !== "RULE_UNSTABLE";
  const record = printValue(records[0], "  ");
  const lines = isDetect
    ? [`expect(${name}).not.toDetect(record${options});`]
    : expectations(rule, name, problem, options);
  const declared =
    isDetect || records.length === 1
      ? `const record = ${record};`
      : `const records = ${printValue(records, "  ")};`;
  const [recordsName] = isDetect || records.length === 1 ? ["[record]"] : ["records"];
  return [
    `import ${isDetect ? '"caracal/testing"' : '{ replay } from "caracal/testing"'};`,
    'import { expect, test } from "vitest";',
    ...[from, ...logTypes].map((one, index) => importOf(one, index === 0 ? "rule" : "logType")),
    "",
    `test(${JSON.stringify(`${rule.id}: ${problem.call} ${SAID[problem.code] ?? "is sound"}`)}, ${isDetect ? "" : "async "}() => {`,
    ...[declared, ...lines.map((line) => line.replaceAll("RECORDS", recordsName ?? ""))].map(
      (line) => `  ${line}`,
    ),
    "});",
  ].join("\n");
}

/** What the function does once the fault is mended. */
const SAID: Readonly<Record<string, string>> = {
  RULE_THROWS: "does not throw",
  RULE_RETURNS: "returns what it must",
  RULE_MUTATES: "leaves its event as it is",
  RULE_UNSTABLE: "says the same again",
  RULE_SLOW: "comes to an end",
  RULE_UNBOUNDED: "stays within its bounds",
  RULE_GARBLED: "says what it means",
};

/** The functions whose failure is a rule error; that of others is a fault of the alert. */
const DECIDING = /^(threshold|firstSeen|steps)\./;

function expectations(
  rule: Detection,
  name: string,
  { code, call }: Fault["problem"],
  options: string,
): readonly string[] {
  const replayed = `await replay(${raisingAtOnce(rule, name)}, RECORDS${options})`;
  if (code === "RULE_UNSTABLE")
    return [`const { alerts } = ${replayed};`, `expect((${replayed}).alerts).toEqual(alerts);`];
  if (DECIDING.test(call)) return [`expect(await replay(${name}, RECORDS${options})).toRaiseNothing();`];
  return [`expect(${replayed}).toRaise(${expected(code, call)});`];
}

function expected(code: string, call: string): string {
  if (code === "RULE_GARBLED")
    return `{ ${call}: expect.not.stringMatching(/undefined|NaN|\\[object|Invalid Date/) }`;
  if (code !== "RULE_UNBOUNDED") return "{}";
  if (call === "alertContext")
    return "{ context: expect.not.objectContaining({ _error: expect.anything() }) }";
  return `{ ${call}: expect.not.stringContaining("(truncated)") }`;
}

/** The rule as it would be if one match were enough. */
function raisingAtOnce(rule: Detection, name: string): string {
  if (isCorrelation(rule)) return name;
  if (rule.firstSeen !== undefined) return `{ ...${name}, firstSeen: undefined }`;
  return rule.threshold === undefined || rule.threshold === 1 ? name : `{ ...${name}, threshold: 1 }`;
}

function importOf({ name, from }: TestImport, otherwise: string): string {
  return `import ${name === undefined ? otherwise : `{ ${name} }`} from ${JSON.stringify(from)};`;
}
