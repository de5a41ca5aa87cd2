import type { Digest } from "../base/digest.ts";
import type { StateDelta, StateValue } from "../state/store.ts";
import type { Arrival, StoredArrival } from "./arrival.ts";
import type { Scope, Sighting } from "./first-seen.ts";
import type { Group } from "./group.ts";
import type { HeldArrivals } from "./held-arrivals.ts";
import type { Lane } from "./lane.ts";
import { type Meaning, meaningOf } from "./meaning.ts";
import type { OpenAlert } from "./open-alert.ts";
import type { Progress, ReorderBuffer } from "./reorder-buffer.ts";
import type { RowChunk, SeenRows } from "./seen-rows.ts";
import { type Kind, readStateKey, stateKey } from "./state-key.ts";
import type { Table } from "./table.ts";

/** A rule whose meaning has changed, and what of its state was let go. */
export interface Restart {
  readonly ruleId: string;
  groups: number;
  keys: number;
}

/** What of the state its owner has to go on with. */
export interface Restored {
  readonly restarts: readonly Restart[];
  /** Alerts that may not have been handed out for good. */
  readonly alerts: readonly OpenAlert[];
  /** Events that waited for their turn. */
  readonly held: readonly StoredArrival[];
}

interface Parts {
  readonly digest: Digest;
  readonly buffer: ReorderBuffer<Arrival>;
  readonly seen: SeenRows;
  readonly held: HeldArrivals;
}

interface SavedChunk {
  readonly key: string;
  readonly generation: number;
}

const PROGRESS = "engine";

/**
 * What an engine saves, each thing under its key: groups, rule errors, first-seen keys and their scopes, what every
 * rule means, the rows that were seen, events that wait for their turn, and how far events have come.
 */
export class EngineState {
  readonly #lanes: readonly Lane[];
  readonly #parts: Parts;
  /** What was found to be saved, or to be deleted, while the state was restored. */
  readonly #puts = new Map<string, StateValue>();
  #deletes: string[] = [];
  #chunks: SavedChunk[] = [];
  #nextChunk = 0;

  constructor(lanes: readonly Lane[], parts: Parts) {
    this.#lanes = lanes;
    this.#parts = parts;
  }

  /** Puts back what was saved. State of rules that do not run stays where it is. */
  restore(state: ReadonlyMap<string, StateValue>): Restored {
    const { buffer } = this.#parts;
    const progress = state.get(PROGRESS) as Progress | undefined;
    if (progress !== undefined) buffer.restore(progress);
    const owners = new Map(this.#lanes.map((lane) => [lane.rule.id, this.#ownerOf(lane, state)]));
    const alerts: OpenAlert[] = [];
    const held: StoredArrival[] = [];
    for (const [key, value] of state) {
      if (key.startsWith("held ")) held.push(value as StoredArrival);
      const { kind, ruleId = "", name = "" } = readStateKey(key) ?? {};
      const owner = owners.get(ruleId);
      if (owner === undefined || kind === undefined) continue;
      if (!owner.restore(kind, name, value)) this.#deletes.push(key);
      const alert = kind === "group" || kind === "errors" ? (value as Group).alert : undefined;
      if (alert !== undefined) alerts.push(alert);
    }
    this.#restoreRows(state);
    const restarts = [...owners.values()].map(({ restart }) => restart);
    return { restarts: restarts.filter(({ groups, keys }) => groups + keys > 0), alerts, held };
  }

  /** All that has changed since the last call. */
  takeDelta(): StateDelta {
    const { buffer, held, seen } = this.#parts;
    const puts = new Map(this.#puts);
    const deletes = this.#deletes;
    this.#puts.clear();
    this.#deletes = [];
    for (const { kind, ruleId, table } of this.#lanes.flatMap(tablesOf)) {
      for (const [name, value] of table.takeChanges()) {
        const key = stateKey(kind, ruleId, name);
        if (value === undefined) deletes.push(key);
        else puts.set(key, value);
      }
    }
    const changes = held.takeChanges();
    for (const arrival of changes.held) puts.set(`held ${arrival.rowId}`, arrival);
    for (const rowId of changes.released) deletes.push(`held ${rowId}`);
    const added = seen.takeAdded();
    for (const chunk of added.chunks) puts.set(this.#newChunk(chunk), chunk);
    const isGone = ({ generation }: SavedChunk): boolean => generation < added.oldest;
    deletes.push(...this.#chunks.filter(isGone).map(({ key }) => key));
    this.#chunks = this.#chunks.filter((chunk) => !isGone(chunk));
    puts.set(PROGRESS, { watermark: buffer.watermark, latest: buffer.latest } satisfies Progress);
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
    for (const number of numbers.toSorted((one, other) => one - other)) {
      const key = `rows ${number}`;
      const chunk = state.get(key) as RowChunk;
      this.#parts.seen.restore(chunk);
      this.#chunks.push({ key, generation: chunk.generation });
      this.#nextChunk = number + 1;
    }
  }

  /** What takes the state of a rule back, or counts what must go because the rule means something else now. */
  #ownerOf({ rule, runner }: Lane, state: ReadonlyMap<string, StateValue>): Owner {
    const key = `rule ${rule.id}`;
    const meaning = meaningOf(rule, this.#parts.digest);
    const before = state.get(key) as Meaning | undefined;
    const isSame = { groups: before?.groups === meaning.groups, keys: before?.keys === meaning.keys };
    if (!isSame.groups || !isSame.keys) this.#puts.set(key, meaning);
    const restart: Restart = { ruleId: rule.id, groups: 0, keys: 0 };
    const restore = (kind: string, name: string, value: StateValue): boolean => {
      const part = kind === "group" || kind === "errors" ? "groups" : "keys";
      if (!isSame[part]) restart[part]++;
      else if (kind === "group") runner.restore(name, value as Group);
      else if (kind === "errors") runner.errors.restore(name, value as Group);
      else if (kind === "seen") runner.firstSeen?.keys.restore(name, value as Sighting);
      else runner.firstSeen?.scopes.restore(name, value as Scope);
      return isSame[part];
    };
    return { restart, restore };
  }
}

/** The state of one rule as it is restored. */
interface Owner {
  readonly restart: Restart;
  /** Takes a value back; false when it is of another meaning. */
  readonly restore: (kind: string, name: string, value: StateValue) => boolean;
}

type Saved = Pick<Table<object>, "takeChanges">;

/** What a rule remembers, and as what it is saved. */
function tablesOf({ rule, runner }: Lane): { kind: Kind; ruleId: string; table: Saved }[] {
  const { groups, errors, firstSeen } = runner;
  const tables: [Kind, Saved | undefined][] = [
    ["group", groups],
    ["errors", errors],
    ["seen", firstSeen?.keys],
    ["scope", firstSeen?.scopes],
  ];
  return tables.flatMap(([kind, table]) => (table === undefined ? [] : [{ kind, ruleId: rule.id, table }]));
}
