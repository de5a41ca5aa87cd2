import { type BigIntStats, statSync } from "node:fs";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { openStateFile, transaction } from "./open-state-file.ts";
import { attempt, damaged } from "./state-file-error.ts";
import { fromRow, keyBytes, type StateRow, toRow } from "./state-row.ts";
import { stateTaken } from "./state-taken.ts";
import type { StateStore, StateValue } from "./store.ts";

/** A {@link StateStore} in a file. */
export interface SqliteStore extends StateStore {
  /** Gives the room of what was deleted back to the disk. */
  shrink(): Promise<void>;
}

/** A damaged file may hold numbers where bytes were written. */
const ALL = "SELECT CAST(key AS BLOB) AS key, CAST(value AS BLOB) AS value FROM entries";

interface OpenFile {
  readonly database: DatabaseSync;
  readonly put: StatementSync;
  readonly remove: StatementSync;
  readonly stats: BigIntStats | undefined;
}

/**
 * State in a SQLite file, which one process at a time can have open. A commit is on the disk when it returns. While the
 * file is open, and after a run that was killed, `PATH-wal` beside it is a part of it.
 *
 * @param path a file, which need not exist, in a folder that does
 * @throws CaracalError when it is opened: `STATE_LOCKED` `STATE_CORRUPT` `STATE_FOREIGN` `STATE_NEWER`
 * `STATE_UNWRITABLE`; by a commit: `STATE_TAKEN` `STATE_UNWRITABLE`
 * @example
 * const store = sqliteStore("state.db");
 * const before = await store.open();
 * await store.commit({ puts: new Map([["engine", { watermark: 1_786_389_159_000 }]]), deletes: [] });
 * await store.close();
 */
export function sqliteStore(path: string): SqliteStore {
  let file: OpenFile | undefined;
  /** The file, if it is still what stands at the path: somebody may have put another one there, and run with that. */
  const owned = (): OpenFile => {
    const stats = statsOf(path);
    if (file === undefined || stats?.ino !== file.stats?.ino || stats?.dev !== file.stats?.dev)
      throw stateTaken(path);
    return file;
  };
  const close = (): void => {
    file?.database.close();
    file = undefined;
  };
  return {
    async open() {
      close();
      return attempt(path, () => {
        file = prepared(openStateFile(path), path);
        try {
          return allOf(file.database, path);
        } catch (error) {
          close();
          throw error;
        }
      });
    },
    async commit({ puts, deletes }) {
      attempt(path, () => {
        const { database, put, remove } = owned();
        transaction(database, () => {
          for (const [key, value] of puts) put.run(...toRow(key, value));
          for (const key of deletes) remove.run(keyBytes(key));
        });
      });
    },
    async shrink() {
      attempt(path, () => owned().database.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"));
    },
    async close() {
      close();
    },
  };
}

function prepared(database: DatabaseSync, path: string): OpenFile {
  return {
    database,
    put: database.prepare(
      "INSERT INTO entries VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
    ),
    remove: database.prepare("DELETE FROM entries WHERE key = ?"),
    stats: statsOf(path),
  };
}

function allOf(database: DatabaseSync, path: string): Map<string, StateValue> {
  const entries = new Map<string, StateValue>();
  for (const { key, value } of database.prepare(ALL).iterate()) {
    const entry = fromRow([key, value] as unknown as StateRow);
    if (entry === undefined) throw damaged(path, "an entry is damaged");
    entries.set(...entry);
  }
  return entries;
}

function statsOf(path: string): BigIntStats | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false });
}
