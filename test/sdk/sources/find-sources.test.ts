import { execFileSync } from "node:child_process";
import { rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FoundSources, findSources } from "../../../sdk/sources/find-sources.ts";
import { chunksOf, drain, folderWith, gist } from "./helpers.ts";

const find = async (...paths: string[]): Promise<FoundSources> =>
  await findSources(paths, chunksOf('{"a":1}'));

/** What was found: names without the folder, and codes. */
async function found(folder: string, ...paths: string[]): Promise<object> {
  const { sources, issues, otherFiles } = await find(...paths);
  const short = (name = ""): string => name.replace(`${folder}/`, "");
  return {
    names: sources.map(({ name }) => short(name)),
    issues: issues.map(({ code, source }) => `${code} ${short(source)}`),
    otherFiles,
  };
}

test("a folder is searched to its depth for files with the names of logs", async () => {
  const logs = ["a.json", "b.ndjson", "c/d.jsonl.gz", "c/e/f.LOG", "c/e/g.json.zst", "c/e/000000.gz"];
  const others = ["README.md", "c/x.tar.gz", "c/json", "c/y.json.txt"];
  const skipped = [
    "data/1bb11533-0ab6-46fe-8614-822e7bf0e695_input_media_00.pdf",
    "z/amazon-bedrock-logs-permission-check",
  ];
  const folder = await folderWith(
    Object.fromEntries([...logs, ...others, ...skipped].map((name) => [name, "{}"])),
  );
  const names = [
    "a.json",
    "b.ndjson",
    "c/d.jsonl.gz",
    "c/e/000000.gz",
    "c/e/f.LOG",
    "c/e/g.json.zst",
    ...skipped,
  ];
  expect(await found(folder, folder)).toEqual({ names, issues: [], otherFiles: 4 });
  expect(await found(folder, `${folder}/`)).toEqual({ names, issues: [], otherFiles: 4 });
});

test("a file that is named may have any name", async () => {
  const folder = await folderWith({ "notes.txt": "{}", "[1]*.json": "{}", "back\\slash.json": "{}" });
  const names = ["notes.txt", "[1]*.json", "back\\slash.json"];
  expect(await found(folder, ...names.map((name) => `${folder}/${name}`))).toEqual({
    names,
    issues: [],
    otherFiles: 0,
  });
});

test("a glob leads to what it matches", async () => {
  const folder = await folderWith({ "a/1.json": "{}", "a/2.txt": "{}", "b/c/3.json": "{}", "b/d.md": "" });
  const all = { issues: [], otherFiles: 0 };
  expect(await found(folder, `${folder}/*/*.json`)).toEqual({ ...all, names: ["a/1.json"] });
  expect(await found(folder, `${folder}/**/*.{json,txt}`)).toEqual({
    ...all,
    names: ["a/1.json", "a/2.txt", "b/c/3.json"],
  });
  expect(await found(folder, `${folder}/b*`)).toEqual({ names: ["b/c/3.json"], issues: [], otherFiles: 1 });
});

describe("what is not there", () => {
  test.each(["nothing.json", "a.json/b.json", "*.log", "[", "a.json*/**/x"])("%s", async (name) => {
    const folder = await folderWith({ "a.json": "{}" });
    expect(await found(folder, `${folder}/${name}`, `${folder}/a.json`)).toEqual({
      names: ["a.json"],
      issues: [`INPUT_NOT_FOUND ${name}`],
      otherFiles: 0,
    });
  });

  test("a link to nothing, to itself and a name that is too long", async () => {
    const folder = await folderWith({});
    await symlink("nowhere", join(folder, "dangling.json"));
    await symlink("circle.json", join(folder, "circle.json"));
    const long = `${folder}/${"x".repeat(300)}`;
    const links = ["INPUT_UNREADABLE circle.json", "INPUT_UNREADABLE dangling.json"];
    expect(await found(folder, folder)).toMatchObject({ names: [], issues: links });
    expect(await found(folder, `${folder}/*`)).toMatchObject({ names: [], issues: links });
    expect(await found(folder, long)).toMatchObject({
      issues: [expect.stringMatching(/^INPUT_UNREADABLE x/)],
    });
  });
});

test("a link to a file is followed, a link to a folder only where it is named", async () => {
  const folder = await folderWith({ "real/a.json": "{}", "real/b/c.json": "{}" });
  await symlink("a.json", join(folder, "real/link.json"));
  await symlink("..", join(folder, "real/b/circle.json"));
  await symlink("real", join(folder, "way"));
  const names = ["a.json", "b/c.json", "link.json"];
  expect(await found(`${folder}/real`, `${folder}/real`)).toEqual({ names, issues: [], otherFiles: 1 });
  expect(await found(`${folder}/way`, `${folder}/way`)).toEqual({ names, issues: [], otherFiles: 1 });
});

test("a file named twice is one source", async () => {
  const folder = await folderWith({ "a/b.json": "{}", "a/empty.json": "" });
  const ways = [
    `${folder}/a/b.json`,
    `${folder}/./a/b.json`,
    `${folder}/a//b.json`,
    `${folder}/a`,
    `${folder}/*/*.json`,
  ];
  expect(await found(folder, ...ways)).toEqual({
    names: ["a/b.json", "a/empty.json"],
    issues: ["INPUT_EMPTY a/empty.json"],
    otherFiles: 0,
  });
});

test("an empty permission check is no issue", async () => {
  const folder = await folderWith({ "amazon-bedrock-logs-permission-check": "" });
  const { sources, issues } = await find(folder);
  expect(issues).toEqual([]);
  const [records] = await Array.fromAsync(sources[0]?.read() ?? []);
  expect(records).toEqual([{ kind: "skipped", reason: "permission check", line: 1, offset: 0 }]);
});

test("- is the stream", async () => {
  const { sources } = await find("-", "-");
  expect(sources).toMatchObject([{ name: "stdin", rereadable: false }]);
  const { items } = await drain(sources[0]?.read() ?? []);
  expect(items.flat()).toMatchObject([{ value: { a: 1 } }]);
});

test("a pipe is read where it is named, and left alone in a folder or a glob", async () => {
  const folder = await folderWith({});
  const pipe = join(folder, "pipe.json");
  execFileSync("mkfifo", [pipe]);
  expect(await found(folder, folder)).toEqual({ names: [], issues: [], otherFiles: 1 });
  expect(await found(folder, `${folder}/*`)).toEqual({ names: [], issues: [], otherFiles: 1 });
  const { sources } = await find(pipe);
  expect(sources).toMatchObject([{ name: pipe, rereadable: false }]);
  const lines = Array.from({ length: 40_000 }, (_, at) => `{"at":${at}}\n`).join("");
  const [records] = await Promise.all([Array.fromAsync(sources[0]?.read() ?? []), writeFile(pipe, lines)]);
  expect(records.flat().map(gist).at(-1)).toEqual({ at: 39_999 });
});

test("a file that is gone when it is read is an issue", async () => {
  const folder = await folderWith({ "a.json": "{}" });
  const { sources } = await find(folder);
  await rm(join(folder, "a.json"));
  expect(await drain(sources[0]?.read() ?? [])).toEqual({
    items: [],
    codes: [`INPUT_UNREADABLE ${folder}/a.json`],
  });
});
