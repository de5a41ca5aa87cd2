import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { sqliteStore } from "../../../sdk/state/sqlite-store.ts";
import type { StateValue } from "../../../sdk/state/store.ts";
import { caracal, folderWith } from "./caracal.ts";

const NINE = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;

const alert = (alertId: string, minute: number, closesAt: number) => ({
  closesAt: NINE + closesAt * MINUTE,
  lastEventTime: NINE + minute * MINUTE,
  said: { alertId },
});

const group = (...minutes: number[]) => ({
  open: minutes.map((minute) => NINE + minute * MINUTE),
  head: 0,
  length: minutes.length,
  recent: [],
});

const ENTRIES: Readonly<Record<string, StateValue>> = {
  engine: { watermark: NINE + 30 * MINUTE, latest: NINE + 45 * MINUTE },
  "rule Test.Burst": { groups: "1f", keys: "2e" },
  "group 10 Test.Burst user/dana": group(10, 20),
  "group 10 Test.Burst user/kim\u001b[2J": { ...group(5), alert: alert("a1", 25, 65) },
  "group 10 Test.Burst user/lee": { ...group(1), alert: alert("a0", 1, 29) },
  "errors 10 Test.Burst TypeError": group(7),
  "rule Test.New": { groups: "3d", keys: "4c" },
  "scope 8 Test.New all": { first: NINE, last: NINE },
  "seen 8 Test.New 3 all amazon.nova-lite-v1:0": { last: NINE },
  "seen 8 Test.New 3 all amazon.nova-pro-v1:0": { last: NINE },
  "correlation 10 Test.Chain user/dana": { steps: [], alert: alert("c1", 12, 80) },
  "held 0123456789abcdef0123456789abcdef": { time: NINE },
  "rows 0": { generation: 0, words: new Uint32Array(12) },
  "rows 1": { generation: 0, words: new Uint32Array(4) },
  "source aa": { path: "a.ndjson", size: 10, isOver: true, readAt: Date.UTC(2026, 1, 1) },
  "source bb": { path: "b.ndjson", size: 10, isOver: true, readAt: Date.UTC(2026, 2, 1) },
  "source cc": { path: "c.ndjson", size: 10, isOver: false },
  "outbox 7": { alertId: "a2" },
  "file out": { length: 100 },
};

let cwd: string;

beforeAll(async () => {
  cwd = await stateWith(ENTRIES);
});

/** A new folder with a state file in it. */
async function stateWith(entries: Readonly<Record<string, StateValue>>): Promise<string> {
  const folder = await folderWith({});
  const store = sqliteStore(join(folder, "state.db"));
  await store.open();
  await store.commit({ puts: new Map(Object.entries(entries)), deletes: [] });
  await store.close();
  return folder;
}

async function keysOf(folder: string): Promise<string[]> {
  const store = sqliteStore(join(folder, "state.db"));
  const entries = await store.open();
  await store.close();
  return [...entries.keys()];
}

test("a state is shown rule by rule, with how far it has come and what waits", async () => {
  const { stdout, stderr, code } = await caracal(["state", "show", "state.db"], { cwd });
  expect([stderr, code]).toEqual(["", 0]);
  expect(stdout.replace(/ [\d,]+ bytes/, " N bytes").replace(/ +\d+$/gm, " N")).toBe(
    `state.db: format 1, N bytes, events up to 2026-03-02 09:30:00 UTC
RULE        GROUPS  OPEN ALERTS  FIRST-SEEN KEYS  SCOPES  BYTES
Test.Burst       4            1                0       0 N
Test.Chain       1            1                0       0 N
Test.New         0            0                2       1 N
1 event waiting for earlier ones, 4 rows remembered
2 sources read, 1 in progress
1 alert waiting to be delivered
`,
  );
});

test("the same as data", async () => {
  const { stdout } = await caracal(["state", "show", "state.db", "--format", "json"], { cwd });
  const anyNumber = expect.any(Number) as number;
  const none = { groups: 0, openAlerts: 0, seenKeys: 0, scopes: 0, bytes: anyNumber };
  expect(JSON.parse(stdout)).toEqual({
    file: "state.db",
    format: 1,
    bytes: anyNumber,
    time: "2026-03-02T09:30:00.000Z",
    rules: [
      { ...none, ruleId: "Test.Burst", groups: 4, openAlerts: 1 },
      { ...none, ruleId: "Test.Chain", groups: 1, openAlerts: 1 },
      { ...none, ruleId: "Test.New", seenKeys: 2, scopes: 1 },
    ],
    heldEvents: 1,
    rememberedRows: 4,
    sources: { read: 2, inProgress: 1 },
    waitingAlerts: 1,
  });
});

test("a rule is shown group by group, and its keys cannot move the cursor", async () => {
  const { stdout } = await caracal(["state", "show", "state.db", "--rule", "Test.Burst"], { cwd });
  expect(stdout.slice(stdout.indexOf("\n\n") + 2)).toBe(
    `GROUP         KIND    MATCHES  LAST (UTC)           OPEN ALERT
TypeError     errors        1  2026-03-02 09:07:00
user/dana     group         2  2026-03-02 09:20:00
user/kim·[2J  group         1  2026-03-02 09:25:00  a1
user/lee      group         1  2026-03-02 09:01:00
`,
  );
  const { stdout: json } = await caracal(
    ["state", "show", "state.db", "--rule", "Test.Chain", "--format", "json"],
    { cwd },
  );
  expect(JSON.parse(json)).toMatchObject({
    file: "state.db",
    ruleId: "Test.Chain",
    groups: [{ kind: "correlation", key: "user/dana", lastTime: "2026-03-02T09:12:00.000Z", alertId: "c1" }],
  });
});

test("an empty state is shown, and a rule that it does not know is no rule of it", async () => {
  const folder = await stateWith({});
  expect((await caracal(["state", "show", "state.db"], { cwd: folder })).stdout).toMatch(
    /, no event yet\nNo rule has a state\.\n0 events waiting/,
  );
  const unknown = await caracal(["state", "show", "state.db", "--rule", "Test.Bursts"], { cwd });
  expect([unknown.stderr, unknown.code]).toEqual([
    "state.db: ARGUMENT_INVALID remembers nothing of a rule Test.Bursts; it knows Test.Burst, Test.Chain, Test.New\n",
    3,
  ]);
});

test("pruning a rule takes out all that is remembered for it, and nothing else", async () => {
  const folder = await stateWith(ENTRIES);
  const { stdout, stderr, code } = await caracal(["state", "prune", "state.db", "--rule", "Test.New"], {
    cwd: folder,
  });
  expect([stderr, code]).toEqual(["", 0]);
  expect(stdout).toMatch(
    /^Test\.New: forgot 0 groups with 0 open alerts, 2 first-seen keys, 1 scope, \d+ bytes\nstate\.db: [\d,]+ bytes, before [\d,]+\n$/,
  );
  const left = Object.keys(ENTRIES).filter((key) => !key.includes("Test.New"));
  expect((await keysOf(folder)).toSorted()).toEqual(left.toSorted());
  const correlation = await caracal(["state", "prune", "state.db", "--rule", "Test.Chain"], { cwd: folder });
  expect(correlation.stdout).toContain("Test.Chain: forgot 1 group with 1 open alert, ");
});

test("pruning sources takes out those that were last read before a time, and the file gets smaller", async () => {
  const many = Array.from({ length: 2_000 }, (_, n) => [`source ${n}`, { path: "x".repeat(100), readAt: 5 }]);
  const folder = await stateWith({ ...ENTRIES, ...(Object.fromEntries(many) as typeof ENTRIES) });
  const before = (await readFile(join(folder, "state.db"))).length;
  const { stdout } = await caracal(["state", "prune", "state.db", "--sources-before", "2026-02-15"], {
    cwd: folder,
  });
  expect(stdout).toContain("forgot 2,001 sources last read before 2026-02-15T00:00:00.000Z\n");
  const left = Object.keys(ENTRIES).filter((key) => key !== "source aa");
  expect((await keysOf(folder)).toSorted()).toEqual(left.toSorted());
  expect((await readFile(join(folder, "state.db"))).length).toBeLessThan(before / 4);
});

test("without a word of what to forget, nothing is forgotten and it is told what could be", async () => {
  const { stderr, stdout, code } = await caracal(["state", "prune", "state.db"], { cwd });
  expect([stdout, code]).toEqual(["", 3]);
  expect(stderr).toBe(
    "state.db: ARGUMENT_INVALID it was not said what to forget; use --rule ID (Test.Burst, Test.Chain, Test.New) or --sources-before TIME (it knows 3 sources)\n",
  );
  expect((await keysOf(cwd)).length).toBe(Object.keys(ENTRIES).length);
});

test.each([["show"], ["prune", "--rule", "Test.New"]])("%s refuses what is no state", async (...args) => {
  const folder = await stateWith(ENTRIES);
  const [command = "", ...options] = args;
  const run = (file: string) => caracal(["state", command, file, ...options], { cwd: folder });
  await writeFile(join(folder, "notes.txt"), "notes");
  expect(await run("none.db")).toMatchObject({ stderr: "none.db: INPUT_NOT_FOUND no such file\n", code: 3 });
  expect((await run("notes.txt")).stderr).toMatch(/^notes\.txt: STATE_CORRUPT /);
  expect(await readFile(join(folder, "notes.txt"), "utf8")).toBe("notes");
  const store = sqliteStore(join(folder, "state.db"));
  await store.open();
  const locked = await run("state.db");
  await store.close();
  expect(locked.stderr).toMatch(/^state\.db: STATE_LOCKED is in use by another run; /);
  expect([locked.code, (await run("state.db")).code]).toEqual([3, 0]);
});
