import { statSync } from "node:fs";
import { CaracalError } from "../base/caracal-error.ts";
import { visible } from "../base/visible.ts";
import { formatCount } from "../report/format-count.ts";
import { watermarkOf } from "./state-facts.ts";
import { type StateEntries, withStateFile } from "./state-file.ts";
import { entriesByRule, entriesOfRule, ruleFacts } from "./state-rules.ts";

/** What the command line says of pruning a state. */
export interface PruneOptions {
  readonly rule?: string;
  /** In milliseconds since 1970. */
  readonly sourcesBefore?: number;
}

/** What goes, and how that is told. */
interface Pruned {
  readonly keys: readonly string[];
  readonly told: string;
}

/** Takes out of a state file what is named, prints what that was, and makes the file smaller. */
export function pruneState(path: string, { rule, sourcesBefore }: PruneOptions): Promise<void> {
  return withStateFile(path, async (entries, store) => {
    if (rule === undefined && sourcesBefore === undefined) throw nothingNamed(entries, path);
    const pruned = [
      ...(rule === undefined ? [] : [ofRule(entries, rule, path)]),
      ...(sourcesBefore === undefined ? [] : [ofSources(entries, sourcesBefore)]),
    ];
    const { size: before } = statSync(path);
    await store.commit({ puts: new Map(), deletes: pruned.flatMap(({ keys }) => keys) });
    for (const { told } of pruned) process.stdout.write(`${visible(told)}\n`);
    await store.shrink();
    const { size: after } = statSync(path);
    process.stdout.write(`${visible(path)}: ${formatCount(after, "byte")}, before ${formatCount(before)}\n`);
  });
}

function ofRule(entries: StateEntries, ruleId: string, path: string): Pruned {
  const own = entriesOfRule(entries, ruleId, path);
  const { groups, openAlerts, seenKeys, scopes, bytes } = ruleFacts(ruleId, own, watermarkOf(entries));
  const parts = [
    `${formatCount(groups, "group")} with ${formatCount(openAlerts, "open alert")}`,
    formatCount(seenKeys, "first-seen key"),
    formatCount(scopes, "scope"),
    formatCount(bytes, "byte"),
  ];
  return { keys: own.map(({ key }) => key), told: `${ruleId}: forgot ${parts.join(", ")}` };
}

function ofSources(entries: StateEntries, before: number): Pruned {
  const keys = [...entries].flatMap(([key, value]) => {
    if (!key.startsWith("source ")) return [];
    const { readAt = Number.POSITIVE_INFINITY } = value as { readonly readAt?: number };
    return readAt < before ? [key] : [];
  });
  const time = new Date(before).toISOString();
  return { keys, told: `forgot ${formatCount(keys.length, "source")} last read before ${time}` };
}

function nothingNamed(entries: StateEntries, source: string): CaracalError {
  const rules = [...entriesByRule(entries).keys()];
  const sources = [...entries.keys()].filter((key) => key.startsWith("source ")).length;
  return new CaracalError({
    code: "ARGUMENT_INVALID",
    source,
    message: "it was not said what to forget",
    fix: `use --rule ID (${rules.length === 0 ? "it knows no rule" : rules.join(", ")}) or --sources-before TIME (it knows ${formatCount(sources, "source")})`,
  });
}
