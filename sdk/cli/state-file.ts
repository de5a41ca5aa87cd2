import { existsSync } from "node:fs";
import { CaracalError } from "../base/caracal-error.ts";
import { type SqliteStore, sqliteStore } from "../state/sqlite-store.ts";
import type { StateValue } from "../state/store.ts";

/** What a state file holds, by key. */
export type StateEntries = ReadonlyMap<string, StateValue>;

/**
 * Does something with a state file that must exist, and closes it.
 *
 * @throws CaracalError `INPUT_NOT_FOUND`, and what a store throws
 */
export async function withStateFile(
  path: string,
  action: (entries: StateEntries, store: SqliteStore) => void | Promise<void>,
): Promise<void> {
  if (!existsSync(path))
    throw new CaracalError({ code: "INPUT_NOT_FOUND", source: path, message: "no such file" });
  const store = sqliteStore(path);
  try {
    await action(await store.open(), store);
  } finally {
    await store.close();
  }
}
