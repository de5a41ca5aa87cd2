import { closeSync, openSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { CaracalError } from "../base/caracal-error.ts";
import { nodeSqlite } from "./node-sqlite.ts";
import { damaged, unwritable } from "./state-file-error.ts";

/** The version of the format: what a file of another version holds is not understood. */
export const STATE_FORMAT = 1;

/** Tells a state file from the databases of others: "crcl" in ASCII. */
const APPLICATION_ID = 0x6372636c;

/** Without an index beside it: that could be damaged, and nobody would notice. */
const TABLE = "CREATE TABLE entries (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID";

/** Commits touch entries all over the file: those of a large state take half as long with a cache of 64 MiB. */
const SETTINGS =
  "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA secure_delete = FAST";

/** How long to wait for another run that is about to end, in milliseconds. */
const PATIENCE = 500;

/** A database has at least its header, of this many bytes. SQLite takes a file of one byte for an empty one. */
const HEADER = 100;

/**
 * Opens a state file, or creates it, and locks everybody else out until the database is closed or the process ends.
 * A file that is refused is left as it is.
 */
export function openStateFile(path: string): DatabaseSync {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() === false) throw unwritable(path, "is not a file", "name a file");
  if (stats !== undefined && stats.size > 0 && stats.size < HEADER)
    throw damaged(path, "file is not a database");
  const { DatabaseSync } = nodeSqlite();
  if (stats === undefined) createForOwner(path);
  const database = new DatabaseSync(resolve(path));
  try {
    // Nothing may read the file before the transaction: two that both read it would wait for each other to stop.
    database.exec(`PRAGMA busy_timeout = ${PATIENCE}; PRAGMA locking_mode = EXCLUSIVE`);
    transaction(database, () => recognise(database, path));
    database.exec(SETTINGS);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Creates a file that only its owner may read, since it will hold records: one that SQLite creates may be read by all. */
function createForOwner(path: string): void {
  try {
    closeSync(openSync(path, "a", 0o600));
  } catch {
    // SQLite cannot create it either, and its reasons are told.
  }
}

/** Does all of some work, or none. */
export function transaction(database: DatabaseSync, work: () => void): void {
  database.exec("BEGIN EXCLUSIVE");
  try {
    work();
    database.exec("COMMIT");
  } catch (error) {
    // After some failures SQLite has rolled back by itself.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

/** Makes sure that the file is a state file; an empty one becomes one. */
function recognise(database: DatabaseSync, source: string): void {
  const [id, version, schema] = [
    database.prepare("PRAGMA application_id").get()?.application_id,
    Number(database.prepare("PRAGMA user_version").get()?.user_version),
    database.prepare("SELECT sql FROM sqlite_schema WHERE sql NOT NULL").all(),
  ];
  if (id === 0 && version === 0 && schema.length === 0) {
    database.exec(
      `${TABLE}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${STATE_FORMAT}`,
    );
    return;
  }
  if (id === APPLICATION_ID && version > STATE_FORMAT) {
    throw new CaracalError({
      code: "STATE_NEWER",
      source,
      message: `is of format ${version}; this version knows ${STATE_FORMAT}`,
      fix: "use the version of caracal that wrote it, or a later one",
    });
  }
  if (id !== APPLICATION_ID || schema.length !== 1 || schema[0]?.sql !== TABLE) {
    throw new CaracalError({
      code: "STATE_FOREIGN",
      source,
      message: "is the database of something else",
      fix: "name another file",
    });
  }
  // An entry that was lost has no checksum that could tell.
  const [{ quick_check: found = "" } = {}] = database.prepare("PRAGMA quick_check(1)").all();
  if (found !== "ok") throw damaged(source, String(found));
}
