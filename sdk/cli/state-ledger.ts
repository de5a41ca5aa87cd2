import type { Alert } from "../engine/alert.ts";
import type { Engine } from "../engine/engine.ts";
import { sha256 } from "../event/sha256.ts";
import type { Positions } from "../sources/positions.ts";
import type { Delivered } from "../sources/raw-record.ts";
import type { Source } from "../sources/source.ts";
import type { StateStore, StateValue } from "../state/store.ts";
import type { AlertOutput } from "./alert-output.ts";
import type { Ledger } from "./ledger.ts";
import { Outbox } from "./outbox.ts";
import type { OutputFile } from "./output-file.ts";

/** Milliseconds between two commits of what comes in slowly. */
const COMMIT_MILLISECONDS = 1_000;

export interface StateLedgerOptions {
  readonly engine: Engine;
  readonly store: StateStore;
  /** What the store held when it was opened. */
  readonly entries: ReadonlyMap<string, StateValue>;
  readonly positions: Positions;
  /** Writes alerts to the output. */
  readonly deliver: (alerts: readonly Alert[]) => void;
  readonly output: AlertOutput;
  /** Whether alerts are written only at the end, as a table. */
  readonly isTable: boolean;
  /** Files that grow with the run. */
  readonly files: readonly OutputFile[];
  /** Whether alerts are written while they are open, and again as they grow. */
  readonly isLive: boolean;
  /** Whether records come in one by one, and their alerts should not wait for many more. */
  readonly isStream: boolean;
  /** Records between two commits. Default: 10,000. */
  readonly commitRecords?: number;
}

/**
 * The ledger of a run that another goes on from, wherever it stops. What the engine knows, how far sources were read
 * and the alerts that came of it are committed together; only then are the alerts written, and that they were is the
 * next commit. A run that was killed in between writes them again, to a file that is first cut back to what the state
 * knows of it.
 */
export class StateLedger implements Ledger {
  readonly #options: StateLedgerOptions;
  readonly #outbox: Outbox;
  #records = 0;
  #timer: NodeJS.Timeout | undefined;
  /** Why a commit failed that nobody waited for. */
  #failure: Error | undefined;
  #committedAt = performance.now();

  constructor(options: StateLedgerOptions) {
    this.#options = options;
    this.#outbox = new Outbox(options.entries, sha256, options.isLive);
  }

  take(source: Source, record: Delivered): void {
    this.#options.positions.take(source, record);
    this.#records++;
    if (this.#options.isStream) this.#commitSoon();
  }

  end(source: Source): void {
    this.#options.positions.end(source);
  }

  async turn(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    this.#outbox.add(this.#options.engine.turn());
    if (this.#isTime()) await this.#commit();
  }

  /**
   * What the engine still held back to put it in order is told, but stays held in the state: the next run may bring
   * events that come before it.
   */
  async finish(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#failure !== undefined) throw this.#failure;
    const { engine, store, files, output, isTable } = this.#options;
    this.#outbox.add(engine.turn());
    await this.#commit();
    const open = engine.openAlerts();
    // What still waits is counted by the run in which its turn comes.
    const counted = structuredClone(engine.counts);
    this.#outbox.addForNow(
      engine.finish(),
      (alertId, ruleId) => open.has(alertId) || !(ruleId in engine.counts.rules),
    );
    Object.assign(engine.counts, counted);
    await this.#save(new Map(), []);
    output.end();
    if (isTable) await store.commit({ puts: lengthsOf(files), deletes: this.#outbox.takeWritten() });
  }

  #isTime(): boolean {
    const { isStream, commitRecords = 10_000 } = this.#options;
    if (this.#records >= commitRecords) return true;
    const isIdle = performance.now() - this.#committedAt < COMMIT_MILLISECONDS && this.#outbox.isEmpty;
    return isStream && !isIdle;
  }

  /** Has what came in committed, if nothing else comes for a while. */
  #commitSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#records > 0) this.#commit().catch((error: unknown) => (this.#failure = error as Error));
    }, COMMIT_MILLISECONDS).unref();
  }

  async #commit(): Promise<void> {
    const { engine, positions } = this.#options;
    const state = engine.takeDelta();
    const read = positions.delta();
    await this.#save(new Map([...state.puts, ...read.puts]), [...state.deletes, ...read.deletes]);
    this.#records = 0;
    this.#committedAt = performance.now();
  }

  /** Commits, and then writes the alerts that were committed. */
  async #save(puts: ReadonlyMap<string, StateValue>, deletes: readonly string[]): Promise<void> {
    const { store, files, deliver, isTable } = this.#options;
    const { alerts, puts: mail, deletes: read } = this.#outbox.take();
    await store.commit({
      puts: new Map([...puts, ...mail, ...lengthsOf(files)]),
      deletes: [...deletes, ...read],
    });
    if (alerts.length === 0) return;
    deliver(alerts);
    if (!isTable) await store.commit({ puts: lengthsOf(files), deletes: this.#outbox.takeWritten() });
  }
}

function lengthsOf(files: readonly OutputFile[]): Map<string, StateValue> {
  return new Map(files.map((file) => [file.key, { length: file.sync() }]));
}
