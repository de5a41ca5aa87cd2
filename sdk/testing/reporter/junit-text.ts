import { relative } from "node:path";
import groupBy from "lodash/groupBy.js";
import { formatIssue, type Issue } from "../../base/issue.ts";
import { type CaseResult, countResults, type Failure } from "./test-results.ts";

/** What XML 1.0 cannot hold, and the colours of a terminal with it. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /\u001B\[[\d;]*m|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Results as JUnit's XML: a suite is a rule, or a file where the rule is not known. Findings about a run, such as a
 * rule without cases, are failed cases of a suite of their own.
 */
export function junitText(results: readonly CaseResult[], findings: readonly Issue[]): string {
  const groups = Object.entries(groupBy(results, ({ group }) => group));
  const suites = groups.map(([name, cases]) => {
    const { failed, skipped } = countResults(cases);
    const time = seconds(cases.reduce((sum, { milliseconds }) => sum + milliseconds, 0));
    const counts = { tests: cases.length, failures: failed, errors: 0, skipped, time };
    return element("testsuite", { name, ...counts }, cases.map(caseElement));
  });
  if (findings.length > 0) {
    const counts = { tests: findings.length, failures: findings.length, errors: 0, skipped: 0, time: "0" };
    suites.push(element("testsuite", { name: "caracal", ...counts }, findings.map(findingElement)));
  }
  const { failed, skipped } = countResults(results);
  const tests = results.length + findings.length;
  const counts = { tests, failures: failed + findings.length, errors: 0, skipped };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", { name: "caracal test", ...counts }, suites)}`;
}

function caseElement({ path, file, group, state, milliseconds, failures }: CaseResult): string {
  const names = path[0] === group ? path.slice(1) : path;
  const inside = failures.map((failure) =>
    element("failure", { message: failure.message.split("\n")[0] ?? "", type: failure.name }, [], {
      text: textOf(failure),
    }),
  );
  if (state === "skipped") inside.push(element("skipped", {}, []));
  return element(
    "testcase",
    { classname: group, name: names.join(" > "), file, time: seconds(milliseconds) },
    inside,
  );
}

function findingElement(issue: Issue): string {
  const { code, message, source = "" } = issue;
  const failure = element("failure", { message, type: code }, [], { text: formatIssue(issue) });
  return element("testcase", { classname: "caracal", name: `${code} ${message}`, file: source }, [failure]);
}

function textOf({ name, message, diff, frames }: Failure): string {
  const places = frames.map(
    ({ file, line, column }) => `    at ${relative(process.cwd(), file)}:${line}:${column}`,
  );
  return [`${name}: ${message}`, ...(diff === undefined ? [] : [diff]), ...places].join("\n");
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[],
  { text = "" } = {},
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escape(String(value), true)}"`,
  );
  const inside = children.length > 0 ? `\n${children.join("")}` : escape(text, false);
  return `<${name}${written.join("")}${inside === "" ? "/>" : `>${inside}</${name}>`}\n`;
}

function escape(text: string, isAttribute: boolean): string {
  const escaped = text.replace(FORBIDDEN, "").replace(/[&<>"]/g, (one) => ENTITIES[one] ?? "");
  return isAttribute ? escaped.replace(/\n/g, "&#10;") : escaped;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(3);
}
