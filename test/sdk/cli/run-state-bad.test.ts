import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, test } from "vitest";
import { caracal, folderWith, type Outcome, REPOSITORY } from "./caracal.ts";
import { crashLog } from "./crash-log.ts";

const ENTRY = join(REPOSITORY, "sdk/cli/caracal.ts");

const log = crashLog(1_500);
let expected: string;

/** A folder with a log, and the state of a run that has read it. */
let cwd: string;

function run(folder: string, ...args: readonly string[]): Promise<Outcome> {
  return caracal(["run", "logs", "--format", "ndjson", "--state", "S", "--out", "O", ...args], {
    cwd: folder,
  });
}

function alertsOf(folder: string): string {
  return readFileSync(join(folder, "O"), "utf8");
}

beforeAll(async () => {
  cwd = await folderWith(log);
  await run(cwd);
  expected = alertsOf(cwd);
});

/** Makes a database of something else, or changes what a copy of the state says of itself. */
function withDatabase(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

describe("a state that cannot be used is refused in one line that says what to do, and nothing is touched", () => {
  test.each<[string, string, (path: string) => void, RegExp]>([
    ["a text", "text", (path) => writeFileSync(path, "notes\n"), /^text: STATE_CORRUPT .*; put back a copy/],
    [
      "a state that was cut off",
      "cut",
      (path) => {
        writeFileSync(path, readFileSync(join(cwd, "S")));
        truncateSync(path, 5_000);
      },
      /^cut: STATE_CORRUPT .*; put back a copy/,
    ],
    [
      "the database of something else",
      "foreign",
      (path) => withDatabase(path, "CREATE TABLE people (name TEXT)"),
      /^foreign: STATE_FOREIGN .*; name another file/,
    ],
    [
      "a state of a later version",
      "newer",
      (path) => {
        writeFileSync(path, readFileSync(join(cwd, "S")));
        withDatabase(path, "PRAGMA user_version = 99");
      },
      /^newer: STATE_NEWER is of format 99; .*; use the version/,
    ],
    ["a path in no folder", "none/S", () => {}, /^none\/S: STATE_UNWRITABLE .*; create the folder/],
    ["a folder", "folder", (path) => mkdirSync(path), /^folder: STATE_UNWRITABLE is not a file; name a file/],
    ["a log that is read", "logs/day-0.ndjson", () => {}, /^ARGUMENT_INVALID --state .*; name another file/],
    ["the file for alerts", "O", () => {}, /^ARGUMENT_INVALID --state O .*; name another file/],
  ])("%s", async (_, name, make, message) => {
    const path = join(cwd, name);
    make(path);
    const contentOf = (): Buffer | undefined =>
      statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path) : undefined;
    const before = contentOf();
    const { stderr, code } = await run(cwd, "--state", name);
    expect([stderr, code]).toEqual([expect.stringMatching(message), 3]);
    expect(stderr.match(/\n/g)).toHaveLength(1);
    expect(contentOf()).toEqual(before);
    expect(alertsOf(cwd)).toBe(expected);
  });

  test("one that another run uses, until that run ends", async () => {
    const child = spawn(process.execPath, [ENTRY, "run", "-", "--state", "S"], { cwd, stdio: "pipe" });
    const end = once(child, "close");
    child.stdin.write("{broken\n");
    while (!existsSync(join(cwd, "S-wal"))) await new Promise((resolve) => setTimeout(resolve, 20));
    const { stderr, code } = await run(cwd);
    expect([stderr, code]).toEqual([
      "S: STATE_LOCKED is in use by another run; wait until that run has ended, or name another file\n",
      3,
    ]);
    expect(alertsOf(cwd)).toBe(expected);
    child.stdin.end();
    await end;
    expect((await run(cwd)).code).toBe(0);
    expect(alertsOf(cwd)).toBe(expected);
  });
});

describe.concurrent("a disk that is full ends the run with a message; with room again, the next loses nothing", () => {
  test.skipIf(!existsSync("/dev/full")).each(["--out", "--rejects"])("for %s", async (option) => {
    const folder = await folderWith(log);
    const { stderr, code } = await run(folder, option, "/dev/full");
    expect([stderr, code]).toEqual([
      expect.stringMatching(
        /^\/dev\/full: OUTPUT_UNWRITABLE .*no space left.*; check .* the room on the disk\n$/,
      ),
      3,
    ]);
    expect((await run(folder)).code).toBe(0);
    expect(alertsOf(folder)).toBe(expected);
  });

  test("for the state", async () => {
    const folder = await folderWith(log);
    for (const kibibytes of [4, 200]) {
      const command = `trap '' XFSZ; ulimit -f ${kibibytes}; "$0" "$1" run logs --format ndjson --state S --out O 2>&1; echo $?`;
      const text = execFileSync("bash", ["-c", command, process.execPath, ENTRY], { cwd: folder });
      expect(text.toString()).toMatch(/^S: STATE_UNWRITABLE .*; .*the room on the disk\n3\n$/);
    }
    expect((await run(folder)).code).toBe(0);
    expect(alertsOf(folder)).toBe(expected);
  });
});
