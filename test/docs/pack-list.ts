import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pack from "../../rules/aws/index.ts";
import { type AnyCorrelation, isCorrelation } from "../../sdk/rule/correlation.ts";
import type { AnyRule } from "../../sdk/rule/rule.ts";
import type { Detection } from "../../sdk/rule/step.ts";
import type { Threshold } from "../../sdk/rule/threshold.ts";
import { REPOSITORY } from "../sdk/cli/caracal.ts";

/** The page that holds the list of the pack's rules. */
export const PAGE = "docs/bedrock-pack.md";

/** All rules of the pack `aws`, by their ids. */
export const packRules: readonly Detection[] = (Object.values(pack) as Detection[]).toSorted((one, other) =>
  one.id < other.id ? -1 : 1,
);

const BEGIN = "<!-- rules: begin, written by `npm run pack-docs` -->\n";
const END = "<!-- rules: end -->";

/** The page with its list of rules as it should be. */
export function packPage(): string {
  const text = readFileSync(join(REPOSITORY, PAGE), "utf8");
  const [head, rest] = text.split(BEGIN);
  const tail = rest?.split(END)[1];
  if (head === undefined || tail === undefined) throw new Error(`${PAGE} has no place for the list of rules`);
  return `${head}${BEGIN}\n${listed()}\n${END}${tail}`;
}

function listed(): string {
  const alerts = packRules.filter(({ createAlert }) => createAlert !== false);
  const signals = packRules.filter(({ createAlert }) => createAlert === false);
  return [
    `### Rules that raise alerts: ${alerts.length}`,
    "",
    ...table(alerts),
    "",
    `### Signals, which only correlations see: ${signals.length}`,
    "",
    ...table(signals),
    "",
  ].join("\n");
}

function table(rules: readonly Detection[]): string[] {
  const rows = rules.map((rule) => {
    const description = typeof rule.description === "string" ? rule.description : "";
    const cells = [
      `\`${rule.id}\``,
      severityOf(rule),
      measureOf(rule),
      `**${rule.displayName ?? rule.id}.** ${description}`,
    ];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  });
  return ["| rule | severity | when | what it catches, and false positives |", "|---|---|---|---|", ...rows];
}

function severityOf({ severity, defaultSeverity }: Detection): string {
  return typeof severity === "string" ? severity : `by event, else ${defaultSeverity ?? ""}`;
}

function measureOf(rule: Detection): string {
  if (isCorrelation(rule)) return stepsOf(rule);
  if (rule.firstSeen !== undefined)
    return `first seen, after ${rule.firstSeen.learn} of learning; forgotten after ${rule.firstSeen.forget}`;
  return rule.threshold === undefined ? "each match" : thresholdOf(rule.threshold, rule);
}

function stepsOf({ order, steps, within }: AnyCorrelation): string {
  const names = Object.values(steps).map((one) => {
    if (one.absent !== true) return `\`${one.rule.id}\``;
    return `no \`${one.rule.id}\`${one.within === undefined ? "" : ` for ${one.within}`}`;
  });
  return `${names.join(order === "sequence" ? ", then " : " and ")}, within ${within}`;
}

function thresholdOf(threshold: Threshold<never>, { dedupPeriod = "1h" }: AnyRule): string {
  if (typeof threshold === "number") return `${threshold} within ${dedupPeriod}`;
  const within = `within ${threshold.within ?? dedupPeriod}`;
  if (threshold.count !== undefined) return `${number(threshold.count)} ${within}`;
  if (threshold.unique !== undefined) return `${number(threshold.atLeast)} different ${within}`;
  if (threshold.sum !== undefined) return `a sum of ${number(threshold.atLeast)} ${within}`;
  if (threshold.ratio !== undefined)
    return `more than ${threshold.above * 100} % of ${threshold.minimum} or more ${within}`;
  if (threshold.baseline !== undefined)
    return `${threshold.factor} times the usual and ${number(threshold.floor)} or more ${within}, after ${threshold.warmUp}`;
  return `none for ${threshold.absence}, after ${threshold.minimum ?? 1} ${within}`;
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
