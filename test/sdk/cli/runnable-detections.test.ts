import { defineCorrelation, defineRule, type Detection, step, without } from "caracal";
import { expect, test } from "vitest";
import { runnableDetections } from "../../../sdk/cli/runnable-detections.ts";

const by = (): string => "";
const ruleOf = (id: string, changes: object = {}) =>
  defineRule({
    id,
    logTypes: ["AWS.CloudTrail"],
    severity: "LOW",
    detect: () => true,
    ...changes,
  } as never) as Detection;
const correlationOf = (id: string, steps: object, changes: object = {}): Detection =>
  defineCorrelation({ id, severity: "LOW", order: "any", within: "1h", steps, ...changes } as never);

const [used, other] = [ruleOf("Used"), ruleOf("Other")];
const disabled = ruleOf("Disabled", { enabled: false });
const unknown = ruleOf("Unknown", { logTypes: ["Company.Approval"] });
const lower = correlationOf("Lower", { used: step(used, { by }), other: step(other, { by }) });

test.each<[string, Detection[], string[], string[]]>([
  ["with all that it needs it runs", [used, other, lower], ["Used", "Other", "Lower"], []],
  ["without a rule of its steps it does not", [used, lower], ["Used"], ["Lower waits for Other"]],
  [
    "over a disabled rule it does not",
    [disabled, correlationOf("C", { a: step(disabled, { by }) })],
    ["Disabled"],
    ["C waits for Disabled"],
  ],
  [
    "whose absence could never be broken, because its rule cannot run, it does not",
    [used, unknown, correlationOf("C", { no: without(unknown, { by }), used: step(used, { by }) })],
    ["Used"],
    ["Unknown is over Company.Approval", "C waits for Unknown"],
  ],
  [
    "over another that lacks a rule it does not",
    [used, lower, correlationOf("C", { a: step(lower as never, { by }) })],
    ["Used"],
    ["Lower waits for Other", "C waits for Other"],
  ],
  [
    "that is disabled itself, it is nobody's concern",
    [used, correlationOf("C", { a: step(disabled, { by }) }, { enabled: false })],
    ["Used", "C"],
    [],
  ],
])("a correlation: %s", (_, detections, ids, messages) => {
  const loaded = detections.map((rule) => ({ rule, source: "rules.ts" }));
  const { runnable, issues } = runnableDetections(loaded, new Set(["AWS.CloudTrail"]));
  expect(runnable.map(({ rule }) => rule.id)).toEqual(ids);
  expect(issues.map(({ message }) => message.split(", ")[0])).toEqual(messages);
});
