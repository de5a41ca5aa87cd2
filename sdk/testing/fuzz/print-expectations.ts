import { LIMITS } from "../../engine/limits.ts";
import { SEVERITIES } from "../../rule/severity.ts";
import { EXPECTED, type Expected } from "./call.ts";
import { printValue } from "./print-value.ts";
import type { Problem } from "./problem.ts";

/**
 * The lines of a test that fail as long as a call has a problem, and pass whatever else it answers.
 *
 * @param call as TypeScript
 * @param expected what the function must return
 */
export function printExpectations(
  { code, call: name, budget = 0 }: Problem,
  call: string,
  expected: Expected | undefined,
): readonly string[] {
  switch (code) {
    case "RULE_RETURNS":
      return returned(call, expected);
    case "RULE_MUTATES":
      return ["const before = structuredClone(event);", `${call};`, "expect(event).toEqual(before);"];
    case "RULE_UNSTABLE":
      return [
        `const ask = () => ${call};`,
        "onTestFinished(() => void vi.restoreAllMocks().useRealTimers());",
        'vi.spyOn(Math, "random").mockReturnValue(0);',
        "const first = ask();",
        'vi.spyOn(Math, "random").mockReturnValue(0.999);',
        'vi.setSystemTime("2099-12-31T23:59:59Z");',
        "expect(ask()).toEqual(first);",
      ];
    case "RULE_SLOW":
      return [
        "const start = performance.now();",
        `${call};`,
        `expect(performance.now() - start).toBeLessThan(${budget});`,
      ];
    case "RULE_UNBOUNDED":
      return name === "alertContext"
        ? [`expect(JSON.stringify(${call}).length).toBeLessThanOrEqual(${LIMITS.context});`]
        : [`expect(${call}?.length ?? 0).toBeLessThanOrEqual(${LIMITS.text});`];
    case "RULE_GARBLED":
      return [`expect(${call}).not.toMatch(/\\bundefined\\b|\\bNaN\\b|\\[object|Invalid Date/);`];
    default:
      return [`expect(() => ${call}).not.toThrow();`];
  }
}

function returned(call: string, expected: Expected | undefined): readonly string[] {
  switch (expected) {
    case EXPECTED.boolean:
      return [`expect(${call}).toBeTypeOf("boolean");`];
    case EXPECTED.text:
      return [`expect(${call}).toBeTypeOf("string");`];
    case EXPECTED.number:
      return [`expect(Number.isFinite(${call})).toBe(true);`];
    case EXPECTED.texts:
      return [`expect(${call}?.every((one) => typeof one === "string")).toBe(true);`];
    case EXPECTED.key:
      return [`expect([${call}].flat().every((one) => typeof one === "string")).toBe(true);`];
    case EXPECTED.severity:
      return [`expect(${printValue([...SEVERITIES, "DEFAULT"])}).toContain(${call});`];
    default:
      return [
        `const context = ${call};`,
        'expect(context).not.toHaveProperty("then");',
        "expect(JSON.stringify(context)).toMatch(/^{/);",
      ];
  }
}
