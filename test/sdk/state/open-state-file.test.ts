import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { CaracalError } from "../../../sdk/base/caracal-error.ts";
import { nodeSqlite } from "../../../sdk/state/node-sqlite.ts";
import { sqliteStore } from "../../../sdk/state/sqlite-store.ts";
import type { StateValue } from "../../../sdk/state/store.ts";
import { newPath } from "./state-path.ts";

const ENTRIES = new Map<string, StateValue>(
  Array.from({ length: 60 }, (_, n) => [`group 3 A.B ${n}`, { n, text: "x".repeat(n * 7), list: [n] }]),
);

/** A state file with entries. */
async function filled(): Promise<string> {
  const path = await newPath();
  const store = sqliteStore(path);
  await store.open();
  await store.commit({ puts: ENTRIES, deletes: [] });
  await store.close();
  return path;
}

/** The code with which a file is refused, or what it holds. */
async function opened(path: string): Promise<string | ReadonlyMap<string, StateValue>> {
  const store = sqliteStore(path);
  try {
    return await store.open();
  } catch (error) {
    if (!(error instanceof CaracalError)) throw error;
    expect(error.issues).toMatchObject([{ source: path, fix: expect.any(String) as string }]);
    return error.issues[0]?.code ?? "";
  } finally {
    await store.close();
  }
}

function database(path: string, sql: string): void {
  const { DatabaseSync } = nodeSqlite();
  const other = new DatabaseSync(path);
  other.exec(sql);
  other.close();
}

test("a new file, and one without bytes, is a state without entries; its folder holds nothing else then", async () => {
  const [missing, empty] = [await newPath(), await newPath()];
  writeFileSync(empty, "");
  for (const path of [missing, empty, `${missing} ?#%41é.db`]) expect(await opened(path)).toEqual(new Map());
  expect(readdirSync(dirname(empty))).toEqual(["state.db"]);
});

test.each<[string, string, (path: string) => void]>([
  ["a byte", "STATE_CORRUPT", (path) => writeFileSync(path, "x")],
  ["a short text", "STATE_CORRUPT", (path) => writeFileSync(path, "state\n")],
  ["a text", "STATE_CORRUPT", (path) => writeFileSync(path, "state\n".repeat(10_000))],
  ["random bytes", "STATE_CORRUPT", (path) => writeFileSync(path, randomBytes(10_000))],
  ["a gzip", "STATE_CORRUPT", (path) => writeFileSync(path, gzipSync("state".repeat(100)))],
  ["another's database", "STATE_FOREIGN", (path) => database(path, "CREATE TABLE entries (key, value)")],
  ["an empty database of another", "STATE_FOREIGN", (path) => database(path, "PRAGMA application_id = 7")],
  [
    "another's database with a journal of its own kind",
    "STATE_FOREIGN",
    (path) => database(path, "PRAGMA journal_mode = WAL; CREATE TABLE a (b); INSERT INTO a VALUES (1)"),
  ],
])("a file with %s is refused with %s, and stays as it is", async (_, code, write) => {
  const path = await newPath();
  write(path);
  const before = readFileSync(path);
  expect(await opened(path)).toBe(code);
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(dirname(path))).toEqual(["state.db"]);
});

test.each<[string, string, (path: string) => void]>([
  ["of a later format", "STATE_NEWER", (path) => database(path, "PRAGMA user_version = 2")],
  ["with a table that is not known", "STATE_FOREIGN", (path) => database(path, "CREATE TABLE a (b)")],
  ["that was cut off", "STATE_CORRUPT", (path) => writeFileSync(path, readFileSync(path).subarray(0, 5_000))],
  [
    "with an entry that is none",
    "STATE_CORRUPT",
    (path) => database(path, "INSERT INTO entries VALUES (1, 2)"),
  ],
  [
    "with a changed value",
    "STATE_CORRUPT",
    (path) => database(path, "UPDATE entries SET value = x'00112233ff0f'"),
  ],
])("a state %s is refused with %s, and stays as it is", async (_, code, change) => {
  const path = await filled();
  change(path);
  const before = readFileSync(path);
  expect(await opened(path)).toBe(code);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("wherever a byte of a state is changed, all of it is there or it is refused", async () => {
  const path = await filled();
  const whole = readFileSync(path);
  const outcomes = new Set<unknown>();
  for (let at = 0; at < whole.length; at += 53) {
    const changed = Buffer.from(whole);
    changed.writeUInt8((whole[at] ?? 0) ^ (1 << (at % 8)), at);
    writeFileSync(path, changed);
    const outcome = await opened(path);
    outcomes.add(typeof outcome);
    if (typeof outcome !== "string") expect(outcome, `byte ${at}`).toEqual(ENTRIES);
    else expect(readFileSync(path).equals(changed), `byte ${at}`).toBe(true);
  }
  expect(outcomes).toEqual(new Set(["string", "object"]));
});

test("where no state can be kept, it is told why", async () => {
  const path = await newPath();
  mkdirSync(path);
  const cases = [
    [path, "is not a file"],
    [join(path, "none", "state.db"), "its folder does not exist"],
    [join(path, "x".repeat(1_000)), "cannot be written: ENAMETOOLONG"],
  ] as const;
  for (const [place, message] of cases) {
    expect(await reasonAt(place)).toMatchObject({
      issues: [
        { code: "STATE_UNWRITABLE", source: place, message: expect.stringContaining(message) as string },
      ],
    });
  }
  writeFileSync(join(path, "file"), "");
  expect(await opened(join(path, "file", "state.db"))).toBe("STATE_UNWRITABLE");
});

function reasonAt(path: string): Promise<unknown> {
  return sqliteStore(path)
    .open()
    .catch((error: unknown) => error);
}
