import { type Condition, conditionSentence, conditionText } from "./condition.ts";
import type { Draft } from "./draft.ts";
import { printValue } from "../../testing/fuzz/print-value.ts";

const RUNBOOK =
  "1. Ask whoever owns it whether this was meant. 2. Look at what else happened there in the hour before and after. 3. If nobody knows of it, take the access away and keep the logs.";

/** The file of a drafted rule. */
export function ruleText(draft: Draft): string {
  const { subject, threshold } = draft;
  const { who } = subject;
  const sections = [
    ["id", printValue(draft.name.id, "  ")],
    ["displayName", printValue(draft.name.displayName, "  ")],
    ["logTypes", printValue([subject.logType], "  ")],
    ["severity", printValue(draft.severity, "  ")],
    ["reports", draft.reports && printValue(draft.reports, "  ")],
    ["description", printValue(description(draft), "  ")],
    ["runbook", printValue(RUNBOOK, "  ")],
    ["detect", detectText(draft.conditions)],
    ["exceptions", "[]"],
    ["dedup", who && `(event) => ${who}`],
    ["dedupPeriod", '"1h"'],
    ["threshold", threshold && printValue(threshold, "  ")],
    ["title", titleText(draft)],
    ["alertContext", contextText(draft)],
    ["destinations", listText(draft.destinations)],
    ["summaryAttributes", listText(subject.summaryAttributes)],
  ] as const;
  const lines = sections.flatMap(([key, text]) => (text === undefined ? [] : [section(key, text)]));
  const imports = ['import { defineRule } from "caracal";', ...(subject.imports ? [subject.imports] : [])];
  return `${imports.join("\n")}\n\nexport default defineRule({\n${lines.join("")}});\n`;
}

/** Long texts stand on a line of their own. */
function section(key: string, text: string): string {
  const isLong = text.startsWith('"') && key.length + text.length > 95;
  return `  ${key}:${isLong ? "\n    " : " "}${text},\n`;
}

function listText(list: readonly string[]): string | undefined {
  return list.length === 0 ? undefined : printValue(list, "  ");
}

function description({ subject, conditions, threshold }: Draft): string {
  const start =
    threshold === undefined ? "Records" : `At least ${threshold.count} within ${threshold.within}: records`;
  return `${start} of ${subject.logType} ${conditions.map(conditionSentence).join(" and ")}.`;
}

function detectText(conditions: readonly Condition[]): string {
  const parts = conditions.map(conditionText);
  const line = `(event) => ${parts.join(" && ")}`;
  if (line.length < 90) return line;
  return `(event) =>\n    ${parts.join(" &&\n    ")}`;
}

function titleText({ name, subject: { who }, threshold }: Draft): string {
  const plain = name.displayName.replaceAll(/[`\\$]/g, "");
  if (who === undefined) return printValue(plain, "  ");
  const by = `\`${plain}: \${${who}}`;
  return threshold === undefined
    ? `(event) => ${by}\``
    : `(event, window) => ${by}, \${window.count} times\``;
}

function contextText({ subject: { who, context } }: Draft): string {
  const entries = [...(who === undefined ? [] : [["principal", who]]), ...Object.entries(context)];
  return `(event) => ({\n${entries.map(([key, text]) => `    ${key}: ${text},\n`).join("")}  })`;
}
