import type { Issue } from "../base/issue.ts";
import type { Alert } from "../engine/alert.ts";
import { Engine } from "../engine/engine.ts";
import type { AnyEvent } from "../event/log-types.ts";
import { sha256 } from "../event/sha256.ts";
import { formatCount } from "../report/format-count.ts";
import { Positions } from "../sources/positions.ts";
import type { Source } from "../sources/source.ts";
import type { StateStore, StateValue } from "../state/store.ts";
import { alertOutput } from "./alert-output.ts";
import { type ExaminingReader, examiner, readHere } from "./examine.ts";
import { horizon } from "./horizon.ts";
import { type Ledger, passingLedger } from "./ledger.ts";
import type { LoadedRules } from "./load-rules.ts";
import { type OutputFile, outputFile } from "./output-file.ts";
import type { Reject } from "./reject.ts";
import { eventRemaker } from "./remake-event.ts";
import { runDecoding } from "./run-decoding.ts";
import type { RunOptions } from "./run-logs.ts";
import { sourceDecoder } from "./source-decoder.ts";
import type { WorkerPool } from "./worker-pool.ts";
import { StateLedger, type StateLedgerOptions } from "./state-ledger.ts";

/** All that a run works with. */
export interface OpenRun {
  /** What is left to read. */
  readonly sources: readonly Source[];
  /** Sources that earlier runs have read. */
  readonly readBefore: number;
  readonly read: ExaminingReader;
  readonly engine: Engine;
  readonly ledger: Ledger;
  readonly onReject: (reject: Reject) => void;
  /** What is worth telling of the state. */
  readonly issues: readonly Issue[];
  /** How many alerts came of it. */
  readonly alerts: () => number;
  /** Waits for what rules still do in workers, when all has been read. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens what a run writes to, and the state that it goes on from.
 *
 * @param onAlerts told of alerts before they are written
 * @throws CaracalError for a state or an output that cannot be used
 */
export async function openRun(
  { rules, logTypes }: LoadedRules,
  found: readonly Source[],
  options: RunOptions & Pick<StateLedgerOptions, "commitRecords">,
  onAlerts: (alerts: readonly Alert[]) => void,
): Promise<OpenRun> {
  const store = await openStore(options.state);
  const entries: ReadonlyMap<string, StateValue> = (await store?.open()) ?? new Map<string, StateValue>();
  const positions = Positions.of(entries);
  const { sources, readBefore } =
    store === undefined ? { sources: found, readBefore: 0 } : positions.resume(found);
  const { out, rejects } = filesOf(options, entries);
  const files = [out, rejects].filter((file) => file !== undefined);
  const output = alertOutput({ ...options, ...(out !== undefined && { file: out }) });
  const decoding = runDecoding(logTypes, options);
  const engine = new Engine({
    rules,
    digest: sha256,
    lateness: options.lateness,
    live: options.live === true,
    stopwatch: () => performance.now(),
    remake: eventRemaker(decoding) as (record: object) => AnyEvent | undefined,
    ...(store !== undefined && { state: entries }),
  });
  let written = 0;
  const deliver = (alerts: readonly Alert[]): void => {
    if (alerts.length === 0) return;
    written += alerts.length;
    onAlerts(alerts);
    output.write(alerts);
  };
  const isStream = sources.some(({ rereadable }) => !rereadable);
  const isTable = options.format === "pretty" && options.live !== true;
  const ledger =
    store === undefined
      ? passingLedger(engine, deliver, output)
      : new StateLedger({
          ...options,
          engine,
          store,
          entries,
          positions,
          deliver,
          output,
          isTable,
          files,
          isStream,
          isLive: options.live === true,
        });
  const here = readHere(examiner({ ...options, engine, decoder: sourceDecoder({ ...decoding, horizon }) }));
  const pool = await openPool(sources, options, engine);
  return {
    sources,
    readBefore,
    read: (source, progress) => pool?.read(source, progress) ?? here(source, progress),
    engine,
    ledger,
    onReject: (reject) => rejects?.write(`${JSON.stringify(reject)}\n`),
    issues: issuesOf(engine, options),
    // With a state, alerts of former runs are written, and others only by the next.
    alerts: () => (store === undefined || options.live === true ? engine.counts.alerts : written),
    async finish() {
      await pool?.finish();
    },
    async close() {
      await pool?.close();
      for (const file of files) file.close();
      await store?.close();
    },
  };
}

async function openStore(path: string | undefined): Promise<StateStore | undefined> {
  if (path === undefined) return undefined;
  const { sqliteStore } = await import("../state/sqlite-store.ts");
  return sqliteStore(path);
}

function filesOf(
  { out, rejects }: RunOptions,
  entries: ReadonlyMap<string, StateValue>,
): { readonly out?: OutputFile; readonly rejects?: OutputFile } {
  return {
    ...(out !== undefined && { out: outputFile(out, entries) }),
    ...(rejects !== undefined && { rejects: outputFile(rejects, entries) }),
  };
}

/** The workers that were asked for. */
async function openPool(
  sources: readonly Source[],
  { workers = 0, rules, config, bundle, strict, from, to }: RunOptions,
  { counts }: Engine,
): Promise<WorkerPool | undefined> {
  const files = sources.filter(({ address }) => address !== undefined);
  if (Math.min(workers, files.length) === 0) return undefined;
  const { WorkerPool } = await import("./worker-pool.ts");
  return new WorkerPool({
    workers,
    run: {
      ...(rules !== undefined && { rules }),
      ...(config !== undefined && { config }),
      ...(bundle !== undefined && { bundle }),
      ...(strict !== undefined && { strict }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
    sources: files,
    onTimes(milliseconds) {
      for (const [id, rule] of Object.entries(counts.rules)) rule.milliseconds += milliseconds[id] ?? 0;
    },
  });
}

/** What is worth telling of the state that a run goes on from. */
function issuesOf({ restarts, counts }: Engine, { state = "" }: RunOptions): Issue[] {
  const issues = restarts.map(
    ({ ruleId, groups, keys }): Issue => ({
      code: "STATE_RULE_CHANGED",
      source: state,
      message: `${ruleId} means something else than when this was saved, so it starts afresh: ${formatCount(groups, "group")} and ${formatCount(keys, "first-seen key")} of it were let go`,
    }),
  );
  if (counts.unreadable === 0) return issues;
  const message = `${formatCount(counts.unreadable, "event")} that waited for their turn cannot be read any more, as their schema has changed; they are left out`;
  return [...issues, { code: "STATE_EVENT_UNREADABLE", source: state, message }];
}
