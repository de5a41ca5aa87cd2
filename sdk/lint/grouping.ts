import type { Issue } from "../base/issue.ts";
import type { LogType } from "../event/log-type.ts";
import { isCorrelation } from "../rule/correlation.ts";
import type { AnyRule } from "../rule/rule.ts";
import { callbacksOf } from "./callbacks-of.ts";
import { type EventRead, eventReads } from "./event-reads.ts";
import { identityFields, timeFields } from "./identity-fields.ts";
import { issueOn, type LintContext, type LintedRule } from "./linted-rule.ts";
import { isReturnedWhole, parentsIn } from "./returned-whole.ts";
import { issueAt } from "./source-module.ts";

/** What a field does to a rule that groups by it. */
type Split = "event" | "moment" | "request" | "connection";

/** A rule whose groups, by `dedup` or by its title, hold one event each, or hardly more. */
export function grouping(linted: LintedRule, { logTypes }: Pick<LintContext, "logTypes">): Issue[] {
  const { rule, definition } = linted;
  if (definition === undefined || isCorrelation(rule)) return [];
  const isSignal = rule.createAlert === false && rule.threshold === undefined;
  if (isSignal || rule.firstSeen !== undefined) return [];
  const path = rule.dedup === undefined ? "title" : "dedup";
  const by = callbacksOf(rule, definition, logTypes).find((one) => one.path === path);
  if (by?.event === undefined) return [];
  const own = rule.logTypes.flatMap((name) => logTypes.get(name) ?? []);
  const parents = parentsIn(definition.module.tree);
  for (const read of eventReads(by.fn, by.event, definition)) {
    const split = splitBy(read, own);
    if (split === undefined || !isReturnedWhole(read.node, parents)) continue;
    const issue = issueOf(rule, path, read.name, split);
    const isOwn = read.node.start >= definition.object.start && read.node.end <= definition.object.end;
    return [isOwn ? issueAt(definition.module, read.node, issue) : issueOn(linted, [path], issue)];
  }
  return [];
}

/** A field that tells records apart only together with others, unless it is called like what each event has anew. */
const EVENT_ID =
  /(event|finding|invocation|log|message|record|request|span|trace|transaction)_?id$|[gu]uid$/i;

function splitBy({ field, name }: EventRead, logTypes: readonly LogType[]): Split | undefined {
  const path = field?.nodes[0]?.path;
  if (path === "p_row_id") return "event";
  if (path === "p_event_time" || path === "p_parse_time") return "moment";
  for (const logType of logTypes) {
    if (timeFields(logType).includes(path ?? "")) return "moment";
    const identity = identityFields(logType);
    if (identity.includes(path ?? "") && (identity.length === 1 || EVENT_ID.test(name))) return "event";
  }
  if (/request_?id$/i.test(name)) return "request";
  return /^((source|src|client|remote)_?)?port$/i.test(name) ? "connection" : undefined;
}

function issueOf(
  rule: AnyRule,
  path: "title" | "dedup",
  name: string,
  split: Split,
): Pick<Issue, "code" | "message" | "fix"> {
  const least = matchesNeeded(rule);
  const isSure = split === "event" || split === "moment";
  const means = `each ${split} is a group of its own`;
  const what =
    path === "dedup" ? `dedup reads ${name}` : `without dedup the title groups, and it reads ${name}`;
  const so =
    least > 1
      ? `so the threshold, which takes ${least} matches, is ${isSure ? "never" : "hardly ever"} reached`
      : `so there is an alert for each ${split}`;
  const group = "by who or what the alert is about, such as the principal";
  return {
    code: isSure && least > 1 ? "RULE_GROUP_PER_EVENT" : "RULE_GROUP_DOUBTFUL",
    message: `${what}: ${means}, ${so}`,
    fix: `${path === "dedup" ? `group ${group}` : `add a dedup ${group}`}, and put ${name} into alertContext`,
  };
}

/** How many matches of one group an alert takes at least. */
function matchesNeeded({ threshold = 1 }: AnyRule): number {
  if (typeof threshold === "number") return threshold;
  if (threshold.count !== undefined) return threshold.count;
  if (threshold.unique !== undefined) return threshold.atLeast;
  if (threshold.baseline !== undefined) return 2;
  return threshold.minimum ?? 1;
}
