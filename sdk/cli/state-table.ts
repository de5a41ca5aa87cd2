import { formatCount } from "../report/format-count.ts";
import { type Column, table, type TableOptions } from "../report/table.ts";
import type { GroupFacts, StateFacts } from "./state-facts.ts";
import type { RuleFacts } from "./state-rules.ts";

const RULES: readonly Column<RuleFacts>[] = [
  { title: "RULE", value: ({ ruleId }) => ruleId, style: () => "bold", atLeast: 24 },
  { title: "GROUPS", value: ({ groups }) => formatCount(groups), align: "right" },
  { title: "OPEN ALERTS", value: ({ openAlerts }) => formatCount(openAlerts), align: "right" },
  { title: "FIRST-SEEN KEYS", value: ({ seenKeys }) => formatCount(seenKeys), align: "right" },
  { title: "SCOPES", value: ({ scopes }) => formatCount(scopes), align: "right" },
  { title: "BYTES", value: ({ bytes }) => formatCount(bytes), align: "right" },
];

const GROUPS: readonly Column<GroupFacts>[] = [
  { title: "GROUP", value: ({ key }) => key, style: () => "bold", atLeast: 24 },
  { title: "KIND", value: ({ kind }) => kind },
  {
    title: "MATCHES",
    value: ({ matches }) => (matches === undefined ? "" : formatCount(matches)),
    align: "right",
  },
  { title: "LAST (UTC)", value: ({ lastTime }) => short(lastTime) },
  { title: "OPEN ALERT", value: ({ alertId }) => alertId ?? "" },
];

/** A state as a text for people. */
export function stateTable(facts: StateFacts, options: TableOptions = {}): string {
  const { rules, heldEvents, rememberedRows, sources, waitingAlerts } = facts;
  return [
    rules.length === 0 ? "No rule has a state.\n" : table(rules, RULES, options),
    `${formatCount(heldEvents, "event")} waiting for earlier ones, ${formatCount(rememberedRows, "row")} remembered\n`,
    `${formatCount(sources.read, "source")} read, ${formatCount(sources.inProgress)} in progress\n`,
    `${formatCount(waitingAlerts, "alert")} waiting to be delivered\n`,
  ].join("");
}

/** What is remembered for one rule as a text for people. */
export function ruleTable(
  facts: RuleFacts,
  groups: readonly GroupFacts[],
  options: TableOptions = {},
): string {
  return table([facts], RULES, options) + (groups.length === 0 ? "" : `\n${table(groups, GROUPS, options)}`);
}

/** A time of RFC 3339 to the second. */
export function short(time: string | undefined): string {
  return (time ?? "").slice(0, 19).replace("T", " ");
}
