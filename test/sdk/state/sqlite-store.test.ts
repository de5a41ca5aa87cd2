import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { copyFile, rename } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sqliteStore } from "../../../sdk/state/sqlite-store.ts";
import type { StateValue } from "../../../sdk/state/store.ts";
import { newPath } from "./state-path.ts";
import { storeContract } from "./store-contract.ts";

const COMMITTING = fileURLToPath(new URL("./committing.ts", import.meta.url));

storeContract("sqliteStore", async () => {
  const path = await newPath();
  return () => sqliteStore(path);
});

test.skipIf(process.platform === "win32")(
  "only its owner may read a new state: it holds records",
  async () => {
    const path = await newPath();
    const store = sqliteStore(path);
    await store.open();
    await store.commit({ puts: new Map([["a", {}]]), deletes: [] });
    expect([path, `${path}-wal`].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
    await store.close();
  },
);

test("a second process is told that the state is in use, until the first is killed", async () => {
  const path = await newPath();
  const run = spawn(process.execPath, [COMMITTING, path]);
  await lineOf(run, "1");
  const store = sqliteStore(path);
  await expect(store.open()).rejects.toMatchObject({
    issues: [{ code: "STATE_LOCKED", source: path, message: "is in use by another run" }],
  });
  await kill(run);
  expect([...(await store.open()).keys()].toSorted()).toEqual(["-1", "1"]);
  await store.close();
});

test("of many processes that open a new state at once, one has it", async () => {
  const path = await newPath();
  const runs = Array.from({ length: 4 }, () => spawn(process.execPath, [COMMITTING, path]));
  const outcomes = await Promise.all(
    runs.map((run) => Promise.race([lineOf(run, "1").then(() => "commits"), once(run, "exit")])),
  );
  expect(outcomes.filter((outcome) => outcome === "commits")).toHaveLength(1);
  await Promise.all(runs.filter((_, n) => outcomes[n] === "commits").map(kill));
});

test.each([3, 40, 300])(
  "killed after commit %i, a run has lost nothing, and has left nothing half",
  async (n) => {
    const path = await newPath();
    const run = spawn(process.execPath, [COMMITTING, path, "100000", "1000"]);
    await lineOf(run, String(n));
    await kill(run);
    const store = sqliteStore(path);
    const entries = await store.open();
    const last = entries.size / 2;
    expect(last).toBeGreaterThanOrEqual(n);
    const expected = Array.from({ length: last }, (_, at) => [`${at + 1}`, `${-at - 1}`]).flat();
    expect([...entries.keys()].toSorted()).toEqual(expected.toSorted());
    await store.close();
  },
);

test.skipIf(process.platform === "win32")(
  "when the disk is full a commit fails as a whole, and what is smaller still fits",
  async () => {
    const path = await newPath();
    // A limit to the size of files stands for a disk that is full: 1,000 blocks of 1 KiB.
    const command = `ulimit -f 1000; exec "$0" "$@"`;
    const run = spawn("bash", ["-c", command, process.execPath, COMMITTING, path, "3", "300000"]);
    const failure = await lineOf(run, "CaracalError");
    expect(failure).toContain(`${path}: STATE_UNWRITABLE cannot be written: `);
    await kill(run);
    const store = sqliteStore(path);
    expect([...(await store.open()).keys()].toSorted()).toEqual(["-1", "1"]);
    await store.close();
  },
);

test("a file that was put in the place of the state is another state: nothing is committed any more", async () => {
  const path = await newPath();
  const store = sqliteStore(path);
  await store.open();
  await copyFile(path, `${path}-copy`);
  await rename(path, `${path}-former`);
  const commit = () => store.commit({ puts: new Map([["a", {}]]), deletes: [] });
  await expect(commit()).rejects.toMatchObject({ issues: [{ code: "STATE_TAKEN", source: path }] });
  await rename(`${path}-copy`, path);
  await expect(commit()).rejects.toMatchObject({ issues: [{ code: "STATE_TAKEN" }] });
  await store.close();
});

test("a state shrinks when most of it was deleted", async () => {
  const path = await newPath();
  const store = sqliteStore(path);
  await store.open();
  const puts = new Map<string, StateValue>(
    Array.from({ length: 1_000 }, (_, n) => [`${n}`, { text: "x".repeat(1_000) }]),
  );
  await store.commit({ puts, deletes: [] });
  await store.commit({ puts: new Map([["kept", {}]]), deletes: [...puts.keys()] });
  await store.close();
  await store.open();
  const before = statSync(path).size;
  await store.shrink();
  expect([before > 500_000, statSync(path).size < 20_000]).toEqual([true, true]);
  expect(await store.open()).toEqual(new Map([["kept", {}]]));
  await store.close();
});

test("nothing is printed because SQLite was loaded, and other warnings are", async () => {
  const url = new URL("../../../sdk/state/sqlite-store.ts", import.meta.url).href;
  const script = `const { sqliteStore } = await import(${JSON.stringify(url)});
    await sqliteStore(${JSON.stringify(await newPath())}).open();
    process.emitWarning("told", "ExperimentalWarning");`;
  const run = spawn(process.execPath, ["--input-type=module", "--eval", script]);
  let printed = "";
  for (const stream of [run.stdout, run.stderr])
    stream.on("data", (data: Buffer) => (printed += String(data)));
  await once(run, "close");
  expect(printed).toContain("ExperimentalWarning: told");
  expect(printed).not.toContain("SQLite");
});

/** Waits for a line that begins with a text. */
function lineOf(run: ChildProcess, start: string): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    run.stdout?.on("data", (data: Buffer) => {
      text += String(data);
      const line = text.split("\n").find((one) => one.startsWith(start));
      if (line !== undefined && text.endsWith("\n")) resolve(line);
    });
  });
}

async function kill(run: ChildProcess): Promise<void> {
  const exit = once(run, "exit");
  run.kill("SIGKILL");
  await exit;
}
