import { formatCount } from "./format-count.ts";
import { type Column, table, type TableOptions } from "./table.ts";

/** How logs differ from the schema of their log type, as it is printed. */
export interface PrintedDrift {
  readonly logType: string;
  readonly events: number;
  readonly unknown: readonly UnknownField[];
  readonly neverSeen: readonly string[];
  readonly blindRules: readonly { readonly rule: string; readonly reads: readonly string[] }[];
}

/** A field that the schema does not know; times in RFC 3339. */
export interface UnknownField {
  readonly path: string;
  readonly type: string;
  readonly count: number;
  readonly firstTime: string;
  readonly lastTime: string;
}

const COLUMNS: readonly Column<UnknownField>[] = [
  { title: "UNKNOWN FIELD", value: ({ path }) => path, style: () => "bold", atLeast: 24 },
  { title: "TYPE", value: ({ type }) => type },
  { title: "EVENTS", value: ({ count }) => String(count), align: "right" },
  { title: "FIRST (UTC)", value: ({ firstTime }) => short(firstTime) },
  { title: "LAST (UTC)", value: ({ lastTime }) => short(lastTime) },
];

/** Drift as a text for people: for each log type what its schema lacks, what never came, and who reads that. */
export function driftTable(drift: readonly PrintedDrift[], options: TableOptions = {}): string {
  return drift.map((one) => section(one, options)).join("\n");
}

function section(
  { logType, events, unknown, neverSeen, blindRules }: PrintedDrift,
  options: TableOptions,
): string {
  const { paint = (_, text) => text } = options;
  return [
    `${paint("bold", logType)}: ${formatCount(events, "event")}\n`,
    unknown.length === 0 ? "The schema knows every field.\n" : table(unknown, COLUMNS, options),
    neverSeen.length === 0 ? "" : `Never seen: ${neverSeen.join(", ")}\n`,
    ...blindRules.map(
      ({ rule, reads }) => `${paint("yellow", rule)} reads ${reads.join(", ")}, never seen\n`,
    ),
  ].join("");
}

function short(time: string): string {
  return time.slice(0, 19).replace("T", " ");
}
