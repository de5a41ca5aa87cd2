import sortBy from "lodash/sortBy.js";
import type { Alert } from "../engine/alert.ts";
import type { Severity } from "../rule/severity.ts";
import type { Style } from "./paint.ts";
import { type Column, table, type TableOptions } from "./table.ts";

/** How severities are shown. */
export const STYLES: { readonly [severity in Severity]: Style } = {
  CRITICAL: "red",
  HIGH: "red",
  MEDIUM: "yellow",
  LOW: "cyan",
  INFO: "dim",
};

const COLUMNS: readonly Column<Alert>[] = [
  { title: "SEVERITY", value: ({ severity }) => severity, style: ({ severity }) => STYLES[severity] },
  { title: "TIME (UTC)", value: ({ createdAt }) => createdAt.slice(0, 19).replace("T", " ") },
  { title: "TITLE", value: ({ title }) => title, style: () => "bold", atLeast: 24 },
  { title: "PRINCIPAL", value: principalOf, atLeast: 16 },
  { title: "COUNT", value: ({ eventCount }) => String(eventCount), align: "right" },
];

/** Alerts as a table for people, earliest first. */
export function alertsTable(alerts: readonly Alert[], options: TableOptions = {}): string {
  return table(sortBy(alerts, ["createdAt", "alertId"]), COLUMNS, options);
}

/** Who it is about: what the rule says, else the one ARN of its events, else its group. */
export function principalOf({ context, entities, dedup }: Alert): string {
  if (typeof context.principal === "string") return context.principal;
  const [arn, ...others] = entities.p_any_aws_arns ?? [];
  return arn === undefined || others.length > 0 ? dedup : arn;
}
