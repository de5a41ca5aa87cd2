import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Labels } from "../../../sdk/simulate/index.ts";
import { caracal, folderWith, type Outcome } from "./caracal.ts";

let cwd: string;
let made: Outcome;

beforeAll(async () => {
  cwd = await folderWith({ "full/note.txt": "mine", file: "" });
  made = await caracal(["simulate", "--out", "logs-of-ten-days", "--days", "10", "--scale", "0.5"], { cwd });
});

afterAll(async () => {
  await rm(cwd, { recursive: true });
});

const labelsIn = async (folder: string): Promise<Labels> =>
  JSON.parse(await readFile(join(cwd, folder, "labels.json"), "utf8")) as Labels;

async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(join(cwd, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.map(
    async (file) => [file.slice(join(cwd, folder).length), await readFile(file, "hex")] as const,
  );
  return new Map(await Promise.all(read));
}

describe("caracal simulate", () => {
  test("writes logs and labels, and tells what it wrote", async () => {
    const labels = await labelsIn("logs-of-ten-days");
    expect([made.code, made.stdout]).toEqual([0, ""]);
    expect(made.stderr).toMatch(
      new RegExp(
        `^${labels.records.toLocaleString("en-US")} records, [\\d,]+ KB, ${labels.incidents.length} incidents?, ${labels.decoys.length} decoys in [\\d.]+ s: logs-of-ten-days\\n`,
      ),
    );
    expect(labels).toMatchObject({ version: 1, seed: 1, heldOut: false, days: 10, scale: 0.5 });
  });

  test("writes what caracal run reads whole: every record becomes one event, none is refused", async () => {
    const args = [
      "run",
      "logs-of-ten-days/logs",
      "--rules",
      "aws-bedrock",
      "--stats",
      "stats.json",
      "--format",
      "json",
    ];
    const { code } = await caracal(args, { cwd });
    const stats = JSON.parse(await readFile(join(cwd, "stats.json"), "utf8"));
    const { records } = await labelsIn("logs-of-ten-days");
    expect([code, stats.events, stats.rejected, stats.late]).toEqual([0, records, 0, 0]);
    expect(stats.duplicates).toBeGreaterThan(0);
    expect(stats.skipped).toBeGreaterThan(0);
  });

  test("writes the same files for the same options", async () => {
    const args = ["--days", "2", "--seed", "9", "--scenario", "none"];
    await caracal(["simulate", "--out", "one", ...args], { cwd });
    await caracal(["simulate", "--out", "two/below", ...args], { cwd });
    const one = await filesIn("one");
    expect(one.size).toBeGreaterThan(50);
    expect(await filesIn("two/below")).toEqual(one);
  });

  test("lists the attacks that there are", async () => {
    const { stdout, code } = await caracal(["simulate", "--list"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^model-enumeration {2}\S.* AML\.T\d+/m);
    expect(stdout).toMatch(/^ {2}model-enumeration\/[\w-]+$/m);
  });

  test("tells for which attacks there was no room", async () => {
    const args = ["simulate", "--out", "short", "--days", "3", "--scenario", "model-enumeration"];
    const { stderr, code } = await caracal(args, { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^no room in these days for model-enumeration\/[\w-]+$/m);
    expect((await labelsIn("short")).incidents).toEqual([]);
  });

  test.each([
    ["no folder", [], "ARGUMENT_INVALID nothing says where the logs go; name a new folder: --out DIR"],
    ["a folder with something in it", ["--out", "full"], "full: OUTPUT_EXISTS"],
    ["a file", ["--out", "file"], "file: OUTPUT_EXISTS"],
    ["a folder below a file", ["--out", "file/below"], "OUTPUT_UNWRITABLE"],
    ["an empty name", ["--out", ""], "Name a file."],
    ["no days", ["--out", "x", "--days", "0"], "Write a whole number from 1 to 365."],
    ["more than a year", ["--out", "x", "--days", "366"], "Write a whole number from 1 to 365."],
    ["half a seed", ["--out", "x", "--seed", "1.5"], "Write a whole number from 0 to 4294967295."],
    ["no scale", ["--out", "x", "--scale", "0"], "Write a number above 0 and up to 1000."],
    ["an hour of no day", ["--out", "x", "--start", "monday"], "Write a day such as 2026-08-10"],
    [
      "a misspelt attack",
      ["--out", "x", "--scenario", "model-enumeratoin"],
      "did you mean model-enumeration?",
    ],
    [
      "an attack of another name",
      ["--out", "x", "--scenario", "zzz"],
      "caracal simulate --list shows what there is",
    ],
    ["an attack beside none", ["--out", "x", "--scenario", "none", "token-burn"], "ARGUMENT_INVALID"],
  ])("refuses %s", async (_name, args, message) => {
    const { stderr, code } = await caracal(["simulate", ...args], { cwd });
    expect(stderr).toContain(message);
    expect(code).toBe(3);
  });

  test("leaves what lies in a folder that it refuses", async () => {
    expect([...(await filesIn("full")).keys()]).toEqual(["/note.txt"]);
  });
});
