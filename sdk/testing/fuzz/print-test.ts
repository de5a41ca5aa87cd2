import { isCorrelation } from "../../rule/correlation.ts";
import type { Detection } from "../../rule/step.ts";
import { ALERT_PARTS, type Call } from "./call.ts";
import type { Fault } from "./fuzz-rule.ts";
import { printCall } from "./print-call.ts";
import { printExpectations } from "./print-expectations.ts";
import { printValue } from "./print-value.ts";
import type { Subject } from "./subject.ts";

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
export function printTest(rule: Detection, fault: Fault, { rule: from, logTypes }: TestImports): string {
  const { problem, subject } = fault;
  const variable = from.name ?? "rule";
  const call = callNamed(subject, problem.call);
  const { names, lines } = given(rule, fault, call, logTypes);
  const printed = printCall(rule, variable, problem.call, names.join(", "));
  const body = [...printed.lines, ...printExpectations(problem, printed.call, call?.expected)];
  const needsEvent = names.includes("event");
  const tools = problem.code === "RULE_UNSTABLE" ? "expect, onTestFinished, test, vi" : "expect, test";
  return [
    ...(needsEvent ? ['import { eventOf } from "caracal/testing";'] : []),
    `import { ${tools} } from "vitest";`,
    importOf(from, "rule"),
    ...(needsEvent ? logTypes.map((one) => importOf(one, "logType")) : []),
    "",
    `test(${JSON.stringify(`${rule.id}: ${problem.call} ${SAID[problem.code] ?? "is sound"}`)}, () => {`,
    ...[...lines, ...body].map((line) => `  ${line}`),
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

/** What the function is called with: the names, and the lines that declare them. */
function given(
  rule: Detection,
  { problem, subject, input, args }: Fault,
  call: Call<never> | undefined,
  logTypes: readonly TestImport[],
): { readonly names: readonly string[]; readonly lines: readonly string[] } {
  const isOfAlert = problem.call in ALERT_PARTS;
  const both = isOfAlert && isCorrelation(rule) ? ["steps", "key"] : ["event", "window"];
  const names = both.slice(0, isOfAlert ? Math.max(1, call?.fn.length ?? 0) : 1);
  const slot =
    subject.slots.find(({ name }) => problem.call.startsWith(`steps.${name}.`)) ?? subject.slots[0];
  const known = logTypes.map((one) => one.name ?? "logType").join(", ");
  const more = known === "" ? "" : `, [${known}]`;
  const lines = names.flatMap((name, at) => {
    if (name !== "event") return [`const ${name} = ${printValue(args[at], "  ")};`];
    const event = `eventOf(${JSON.stringify(slot?.logType)}, record${more})`;
    return [
      `const record = ${printValue(input[slot?.name ?? ""], "  ")};`,
      // What is frozen cannot be changed, and not every change to it throws.
      `const event = ${problem.code === "RULE_MUTATES" ? `structuredClone(${event})` : event};`,
    ];
  });
  return { names, lines };
}

function callNamed({ slots, together }: Subject, name: string): Call<never> | undefined {
  const calls: readonly Call<never>[] = [
    ...slots.flatMap((slot) => [slot.gate, ...slot.exceptions, ...slot.sightings, ...slot.calls]),
    ...together,
  ];
  return calls.find((call) => call.name === name);
}

function importOf({ name, from }: TestImport, otherwise: string): string {
  return `import ${name === undefined ? otherwise : `{ ${name} }`} from ${JSON.stringify(from)};`;
}
