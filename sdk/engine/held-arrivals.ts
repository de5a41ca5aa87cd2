import { type Arrival, type StoredArrival, storedArrival } from "./arrival.ts";

/** Which of the arrivals that wait for their turn have been saved. */
export class HeldArrivals {
  readonly #saved = new Set<string>();
  readonly #unsaved = new Map<string, Arrival>();
  #released: string[] = [];

  /** Takes an arrival that was found in the state. */
  restore({ rowId }: StoredArrival): void {
    this.#saved.add(rowId);
  }

  add(arrival: Arrival): void {
    if (!this.#saved.has(arrival.rowId)) this.#unsaved.set(arrival.rowId, arrival);
  }

  release({ rowId }: StoredArrival): void {
    if (this.#saved.delete(rowId)) this.#released.push(rowId);
    else this.#unsaved.delete(rowId);
  }

  /** What to save, and what is no longer held, since the last call. */
  takeChanges(): { readonly held: readonly StoredArrival[]; readonly released: readonly string[] } {
    const held = [...this.#unsaved.values()].map(storedArrival);
    for (const { rowId } of held) this.#saved.add(rowId);
    this.#unsaved.clear();
    const released = this.#released;
    this.#released = [];
    return { held, released };
  }
}
