import type { StateDelta, StateValue } from "../state/store.ts";
import type { Arrival, StoredArrival } from "./arrival.ts";
import type { HeldArrivals } from "./held-arrivals.ts";
import type { Meaning } from "./meaning.ts";
import type { OpenAlert } from "./open-alert.ts";
import type { Progress, ReorderBuffer } from "./reorder-buffer.ts";
import type { RowChunk, SeenRows } from "./seen-rows.ts";
import { type Kind, readStateKey, stateKey } from "./state-key.ts";
import type { SavedTable, StateOwner } from "./state-owner.ts";

/** A rule whose meaning has changed, and what of its state was let go. */
export interface Restart {
  readonly ruleId: string;
  groups: number;
  keys: number;
}

/** What of the state its owner has to go on with. */
export interface Restored {
  readonly restarts: readonly Restart[];
  /** Open alerts, also of rules that do not run: they close when their time has come. */
  readonly alerts: readonly OpenAlert[];
  /** Open alerts of which the state is let go: they are to be handed out now. */
  readonly orphans: readonly OpenAlert[];
  /** Events that waited for their turn, in order. */
  readonly held: readonly StoredArrival[];
}

interface SavedChunk {
  readonly key: string;
  readonly generation: number;
}

const PROGRESS = "engine";

/** Chunks of row ids that are left as they are when a state is opened. */
const MOST_CHUNKS = 1_000;

/**
 * What an engine saves, each thing under its key: groups, rule errors, first-seen keys and their scopes, what every
 * rule means, the rows that were seen, events that wait for their turn, and how far events have come.
 */
export class EngineState {
  readonly #owners: readonly StateOwner[];
  readonly #buffer: ReorderBuffer<Arrival>;
  readonly #seen: SeenRows;
  readonly #held: HeldArrivals;
  /** What was found to be saved, or to be deleted, while the state was restored. */
  readonly #puts = new Map<string, StateValue>();
  #deletes: string[] = [];
  #chunks: SavedChunk[] = [];
  #nextChunk = 0;

  constructor(
    owners: readonly StateOwner[],
    buffer: ReorderBuffer<Arrival>,
    seen: SeenRows,
    held: HeldArrivals,
  ) {
    this.#owners = owners;
    this.#buffer = buffer;
    this.#seen = seen;
    this.#held = held;
  }

  /** Puts back what was saved. State of rules that do not run stays where it is. */
  restore(state: ReadonlyMap<string, StateValue>): Restored {
    const buffer = this.#buffer;
    const progress = state.get(PROGRESS) as Progress | undefined;
    if (progress !== undefined) buffer.restore(progress);
    const restoring = new Map(this.#owners.map((owner) => [owner.id, this.#restoring(owner, state)]));
    const alerts: OpenAlert[] = [];
    const orphans: OpenAlert[] = [];
    const held: StoredArrival[] = [];
    for (const [key, value] of state) {
      if (key.startsWith("held ")) held.push(value as StoredArrival);
      const { kind, ruleId = "", name = "" } = readStateKey(key) ?? {};
      if (kind === undefined) continue;
      const isKept = restoring.get(ruleId)?.restore(kind, name, value) ?? true;
      if (!isKept) this.#deletes.push(key);
      const { alert } = value as { readonly alert?: OpenAlert };
      if (alert !== undefined) (isKept ? alerts : orphans).push(alert);
    }
    this.#restoreRows(state);
    const restarts = [...restoring.values()].map(({ restart }) => restart);
    return {
      restarts: restarts.filter(({ groups, keys }) => groups + keys > 0),
      alerts: alerts.filter(({ closesAt }) => closesAt > buffer.watermark),
      orphans: orphans.filter(({ closesAt }) => closesAt > buffer.watermark),
      held: held.toSorted(byTime),
    };
  }

  /** All that has changed since the last call. */
  takeDelta(): StateDelta {
    const puts = new Map(this.#puts);
    const deletes = this.#deletes;
    this.#puts.clear();
    this.#deletes = [];
    for (const { id, kind, table } of this.#owners.flatMap(tablesOf)) {
      for (const [name, value] of table.takeChanges()) {
        const key = stateKey(kind, id, name);
        if (value === undefined) deletes.push(key);
        else puts.set(key, value);
      }
    }
    const changes = this.#held.takeChanges();
    for (const arrival of changes.held) puts.set(`held ${arrival.rowId}`, arrival);
    for (const rowId of changes.released) deletes.push(`held ${rowId}`);
    const added = this.#seen.takeAdded();
    for (const chunk of added.chunks) puts.set(this.#newChunk(chunk), chunk);
    const isGone = ({ generation }: SavedChunk): boolean => generation < added.oldest;
    deletes.push(...this.#chunks.filter(isGone).map(({ key }) => key));
    this.#chunks = this.#chunks.filter((chunk) => !isGone(chunk));
    const { watermark, latest } = this.#buffer;
    puts.set(PROGRESS, { watermark, latest } satisfies Progress);
    return { puts, deletes: deletes.filter((key) => !puts.has(key)) };
  }

  #newChunk({ generation }: RowChunk): string {
    const key = `rows ${this.#nextChunk++}`;
    this.#chunks.push({ key, generation });
    return key;
  }

  #restoreRows(state: ReadonlyMap<string, StateValue>): void {
    const numbers = [...state.keys()]
      .filter((key) => key.startsWith("rows "))
      .map((key) => Number(key.slice(5)));
    // What came in one by one is saved again together.
    const isScattered = numbers.length > MOST_CHUNKS;
    for (const number of numbers.toSorted((one, other) => one - other)) {
      const key = `rows ${number}`;
      const chunk = state.get(key) as RowChunk;
      this.#seen.restore(chunk, isScattered);
      if (isScattered) this.#deletes.push(key);
      else this.#chunks.push({ key, generation: chunk.generation });
      this.#nextChunk = number + 1;
    }
  }

  /** What takes the state of a rule back, or counts what must go because the rule means something else now. */
  #restoring({ id, meaning, ...owner }: StateOwner, state: ReadonlyMap<string, StateValue>): Restoring {
    const key = `rule ${id}`;
    const before = state.get(key) as Meaning | undefined;
    const isSame = { groups: before?.groups === meaning.groups, keys: before?.keys === meaning.keys };
    if (!isSame.groups || !isSame.keys) this.#puts.set(key, meaning);
    const restart: Restart = { ruleId: id, groups: 0, keys: 0 };
    return {
      restart,
      restore(kind, name, value) {
        const part = kind === "scope" || kind === "seen" ? "keys" : "groups";
        if (isSame[part]) owner.restore(kind, name, value);
        else restart[part]++;
        return isSame[part];
      },
    };
  }
}

/** The state of one rule while it is restored. */
interface Restoring {
  readonly restart: Restart;
  /** Takes a value back; false when it is of another meaning. */
  readonly restore: (kind: Kind, name: string, value: StateValue) => boolean;
}

function byTime(one: StoredArrival, other: StoredArrival): number {
  if (one.time !== other.time) return one.time - other.time;
  return one.rowId < other.rowId ? -1 : 1;
}

interface OwnTable {
  readonly id: string;
  readonly kind: Kind;
  readonly table: SavedTable;
}

function tablesOf({ id, tables }: StateOwner): OwnTable[] {
  const kinds = Object.entries(tables) as [Kind, SavedTable | undefined][];
  return kinds.flatMap(([kind, table]) => (table === undefined ? [] : [{ id, kind, table }]));
}
