import { appendFileSync, copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../sdk/event/sha256.ts";
import { fileSource } from "../../../sdk/sources/file-source.ts";
import { Positions } from "../../../sdk/sources/positions.ts";
import { streamSource } from "../../../sdk/sources/stream-source.ts";
import { chunksOf, drain, folderWith } from "./helpers.ts";
import { readAll, run, type State, type Taken } from "./resumed-run.ts";

const ndjson = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `${JSON.stringify({ id: from + at })}\n`).join("");
const ids = (taken: readonly Taken[]): unknown[] =>
  taken.map(({ gist }) => (typeof gist === "object" && gist !== null ? (gist as { id?: unknown }).id : gist));
const upTo = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

/** A CloudWatch Logs payload. */
const payload = (messages: readonly unknown[]): string =>
  JSON.stringify({
    messageType: "DATA_MESSAGE",
    logEvents: messages.map((one) => ({ message: JSON.stringify(one) })),
  });

describe("files that were read to their end", () => {
  test("are not read again, whatever they are called now", async () => {
    const folder = await folderWith({ "a.json": ndjson(0, 3), "b.json.gz": gzipSync(ndjson(3, 6)) });
    const state: State = new Map();
    expect(ids((await run(folder, state)).taken)).toEqual(upTo(0, 6));
    renameSync(join(folder, "a.json"), join(folder, "z.json"));
    copyFileSync(join(folder, "b.json.gz"), join(folder, "copy.gz"));
    expect(await run(folder, state)).toEqual({ taken: [], issues: [], readBefore: 3 });
  });

  test("have an entry that does not grow with them", async () => {
    const sizes: number[] = [];
    for (const lines of [10, 100_000]) {
      const state: State = new Map();
      await run(await folderWith({ "a.json": ndjson(0, lines) }), state);
      sizes.push(JSON.stringify([...state]).length);
    }
    expect(Number(sizes[1]) - Number(sizes[0])).toBeLessThan(20);
  });

  test("are told by name where their name says that they hold no records", async () => {
    const body = "data/1bb11533-0ab6-46fe-8614-822e7bf0e695_input.json";
    const folder = await folderWith({ [body]: ndjson(0, 1), "log.json": ndjson(0, 1) });
    const state: State = new Map();
    expect(ids((await run(folder, state)).taken)).toEqual(["sidecar body", 0]);
    expect(await run(folder, state)).toMatchObject({ taken: [], readBefore: 2 });
  });
});

test("a run that died after its last record, but before it knew that, repeats nothing", async () => {
  const body = "data/1bb11533-0ab6-46fe-8614-822e7bf0e695_input.json";
  const folder = await folderWith({
    "a.json": '{"id":0}\n{"id',
    "b.gz": gzipSync(ndjson(1, 2)),
    [body]: "{}",
  });
  const state: State = new Map();
  const { taken } = await run(folder, state, { dieAfter: 1 });
  expect(ids(taken)).toEqual([0, "RECORD_JSON_BROKEN", 1, "sidecar body"]);
  expect(await run(folder, state)).toEqual({ taken: [], issues: [], readBefore: 0 });
  expect(await run(folder, state)).toEqual({ taken: [], issues: [], readBefore: 3 });
  appendFileSync(join(folder, "a.json"), '":2}\n');
  expect(ids((await run(folder, state)).taken)).toEqual([2]);
});

test("what changed is told once", async () => {
  const folder = await folderWith({ "a.json": "{}" });
  const positions = Positions.of(new Map([["other", {}]]));
  const [source] = positions.resume([fileSource(join(folder, "a.json"), 2)]).sources;
  if (source === undefined) throw new Error("the file was left out");
  positions.take(source, { line: 1, offset: 0 });
  const position = { line: 1, offset: 0, taken: 1 };
  expect([...positions.delta().puts.values()]).toMatchObject([{ size: 2, isOver: false, position }]);
  expect(positions.delta()).toEqual({ puts: new Map(), deletes: [] });
  positions.end(source);
  expect([...positions.delta().puts.values()]).toMatchObject([{ isOver: true, position }]);
});

test("one of two files with the same content is read", async () => {
  const folder = await folderWith({ "a.json": ndjson(0, 3), "b.json": ndjson(0, 3) });
  const state: State = new Map();
  expect(await run(folder, state)).toMatchObject({ readBefore: 1, taken: { length: 3 } });
});

describe("a file that grew", () => {
  test.each<[string, Buffer | string, Buffer | string, unknown[], unknown[]]>([
    ["by lines", ndjson(0, 3), ndjson(3, 5), upTo(0, 3), upTo(3, 5)],
    ["by nothing but a newline", '{"id":0}', "\n", [0], []],
    ["after a last line without a newline", '{"id":0}', '\n{"id":1}\n', [0], [1]],
    ["on the line that was its last", '{"id":0}', '{"id":1}\n', [0], [1]],
    ["in the middle of a line", '{"id":0}\n{"id', '":1}\n', [0, "RECORD_JSON_BROKEN"], [1]],
    ["in the middle of its first line", '{"id', '":1}\n', ["RECORD_JSON_BROKEN"], [1]],
    ["after the first line of an object over several", '{"id":\n', "  1\n}\n", ["RECORD_JSON_BROKEN"], [1]],
    ["in the middle of a line of text", "one\ntw", "o\n", brokenLines(2), brokenLines(1)],
    ["in the middle of an array", '[{"id":0},{"id', '":1},{"id":2}]', [0, "RECORD_JSON_BROKEN"], [1, 2]],
    ["in the middle of values", '{"id":0}{"i', 'd":1}{"id":2}', [0, "RECORD_JSON_BROKEN"], [1, 2]],
    [
      "after a payload without a newline",
      payload([{ id: 0 }, 7]),
      `\n${payload([{ id: 1 }])}`,
      [0, "RECORD_NOT_OBJECT"],
      ["RECORD_NOT_OBJECT", 1],
    ],
    ["by another gzip file", gzipSync(ndjson(0, 2)), gzipSync(ndjson(2, 4)), [0, 1], [2, 3]],
    ["by another zstd file", zstdCompressSync(ndjson(0, 2)), zstdCompressSync(ndjson(2, 4)), [0, 1], [2, 3]],
    ["from nothing", "", ndjson(0, 2), [], [0, 1]],
  ])("%s goes on where it stopped", async (_how, before, more, first, second) => {
    const folder = await folderWith({ "a.log": before });
    const state: State = new Map();
    expect(ids((await run(folder, state)).taken)).toEqual(first);
    expect((await run(folder, state)).taken).toEqual([]);
    appendFileSync(join(folder, "a.log"), more);
    const { taken } = await run(folder, state);
    expect(ids(taken)).toEqual(second);
    expect(await readAll(folder)).toEqual(expect.arrayContaining(taken));
    expect((await run(folder, state)).taken).toEqual([]);
  });

  test("leaves one entry, unless its former content is still there under another name", async () => {
    const folder = await folderWith({ "a.log": ndjson(0, 3) });
    const state: State = new Map();
    await run(folder, state);
    for (const at of [3, 4, 5]) {
      appendFileSync(join(folder, "a.log"), ndjson(at, at + 1));
      expect(ids((await run(folder, state)).taken)).toEqual([at]);
      expect(state.size).toBe(1);
    }
    copyFileSync(join(folder, "a.log"), join(folder, "backup.log"));
    for (const [from, to] of [
      [6, 7],
      [7, 700],
      [700, 701],
    ] as const) {
      appendFileSync(join(folder, "a.log"), ndjson(from, to));
      const { taken, readBefore } = await run(folder, state);
      expect([ids(taken), readBefore]).toEqual([upTo(from, to), 1]);
      expect(state.size).toBe(2);
    }
  });

  test("and was cut off before is read from the cut on", async () => {
    const whole = gzipSync(ndjson(0, 3_000));
    const folder = await folderWith({ "a.gz": whole.subarray(0, whole.length / 2) });
    const state: State = new Map();
    const { taken, issues } = await run(folder, state);
    expect(issues).toEqual(["INPUT_CORRUPT"]);
    expect(taken.pop()).toMatchObject({ gist: "RECORD_TRUNCATED" });
    expect(await run(folder, state)).toEqual({ taken: [], issues: [], readBefore: 1 });
    writeFileSync(join(folder, "a.gz"), whole);
    expect(ids([...taken, ...(await run(folder, state)).taken])).toEqual(upTo(0, 3_000));
  });
});

describe("a log that is rotated", () => {
  test.each([
    ["renamed, with lines written just before", (from: string, to: string) => renameSync(from, to)],
    ["copied and emptied", (from: string, to: string) => copyFileSync(from, to)],
  ])("%s", async (_how, rotate) => {
    const folder = await folderWith({ "app.log": ndjson(0, 50) });
    const path = join(folder, "app.log");
    const state: State = new Map();
    await run(folder, state);
    appendFileSync(path, ndjson(50, 60));
    rotate(path, join(folder, "app-1.log"));
    writeFileSync(path, ndjson(60, 63));
    expect(ids((await run(folder, state)).taken)).toEqual(upTo(50, 63));
    expect((await run(folder, state)).taken).toEqual([]);
  });

  test("while a run begins is left to the next run", async () => {
    const folder = await folderWith({ "app.log": ndjson(0, 5) });
    const path = join(folder, "app.log");
    const positions = Positions.of(new Map());
    const [source] = positions.resume([fileSource(path, readFileSync(path).length)]).sources;
    for (const replace of [() => writeFileSync(path, ndjson(5, 10)), () => rmSync(path)]) {
      replace();
      expect(await drain(source?.read() ?? [])).toEqual({ items: [], codes: [`INPUT_UNREADABLE ${path}`] });
    }
  });
});

test.each([
  ["shorter", ndjson(0, 5), ndjson(0, 3)],
  ["another", ndjson(0, 5), ndjson(5, 11)],
  ["another that begins alike", ndjson(0, 50), `${ndjson(0, 49)}${ndjson(99, 999)}`],
])("a file that is %s now is read from its start", async (_how, before, now) => {
  const folder = await folderWith({ "a.log": before });
  const state: State = new Map();
  await run(folder, state);
  writeFileSync(join(folder, "a.log"), now);
  expect((await run(folder, state)).taken).toEqual(await readAll(folder));
});

test("a file that cannot be read is tried again by the next run", async () => {
  const positions = Positions.of(new Map());
  const gone = fileSource("nowhere/a.log", 9);
  expect(positions.resume([gone])).toEqual({ sources: [gone], readBefore: 0 });
  positions.end(gone);
  expect(positions.delta().puts.size).toBe(0);
});

test("a stream has no position", () => {
  const positions = Positions.of(new Map());
  const stdin = streamSource(chunksOf(ndjson(0, 1)));
  expect(positions.resume([stdin]).sources).toEqual([stdin]);
  positions.take(stdin, { line: 1, offset: 0 });
  expect(positions.delta()).toEqual({ puts: new Map(), deletes: [] });
});

describe("a large file", () => {
  test.each<[string, (texts: readonly string[]) => Buffer | string]>([
    ["of arrays in lines", (texts) => `{}\n${texts.map((text) => `[${text}]\n`).join("")}`],
    ["that is an array", (texts) => `[\n ${texts.join(",\n ")}\n]`],
    ["of compressed lines", (texts) => gzipSync(texts.join("\n"))],
  ])("%s goes on where it was left, and tells all of its bytes", async (_what, write) => {
    const content = Buffer.from(write(records(9_000)));
    const folder = await folderWith({ "a.log": content });
    const state: State = new Map();
    const before = await run(folder, state, { dieAt: 100 });
    const after = await run(folder, state);
    expect([...before.taken, ...after.taken]).toEqual(await readAll(folder));
    const { line = 0, offset = 0 } = before.taken.at(-1) ?? {};
    expect(offset).toBeGreaterThan(256 * 1024);
    let bytes = 0;
    const source = fileSource(join(folder, "a.log"), content.length);
    const read = source.read((more) => void (bytes += more), { line, offset, taken: 1 });
    expect((await drain(read)).codes).toEqual([]);
    expect(bytes).toBe(content.length);
  });
});

describe("a large file of lines", () => {
  const lines = upTo(0, 9_000).map((id) => `${JSON.stringify({ id, text: "é".repeat(id % 90) })}\n`);
  const text = lines.join("");

  test.each([1, 2, 7, 40, 90, 139])(
    "that was left at batch %d goes on with the right places",
    async (dieAt) => {
      const folder = await folderWith({ "a.log": text });
      const state: State = new Map();
      const before = await run(folder, state, { dieAt });
      appendFileSync(join(folder, "a.log"), ndjson(9_000, 9_009));
      const after = await run(folder, state);
      expect([...before.taken, ...after.taken]).toEqual(await readAll(folder));
    },
  );

  test("is not read from its start", async () => {
    const folder = await folderWith({ "a.log": text });
    const state: State = new Map();
    const before = await run(folder, state, { dieAt: 100 });
    const expected = (await readAll(folder)).slice(before.taken.length);
    // Read from the start, the lines would be counted wrong.
    const changed = Buffer.from(text);
    changed.fill(" ", 70_000, 300_000);
    writeFileSync(join(folder, "a.log"), changed);
    expect((await run(folder, state)).taken).toEqual(expected);
  });
});

test("resumed files are merged by the time of their next events", async () => {
  const folder = await folderWith({ "a.log": timed(0), "b.log": timed(5), "c.log": timed(701) });
  const state: State = new Map();
  const before = await run(folder, state, { dieAt: 3 });
  const after = await run(folder, state);
  const times = [...before.taken, ...after.taken].map(({ gist }) => (gist as { time: number }).time);
  expect(before.taken.length).toBeGreaterThan(100);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  expect(times).toHaveLength(300);
});

describe("any files, read by runs that die anywhere, while the files come, grow and change their names", () => {
  const entry = fc.oneof(
    { weight: 4, arbitrary: fc.record({ id: fc.nat(), time: fc.nat(1_000), text: fc.string() }) },
    { weight: 1, arbitrary: fc.constant("text, no JSON") },
    { weight: 1, arbitrary: fc.constant(7) },
  );
  const forms: Record<string, (values: readonly unknown[]) => string> = {
    lines: (values) => values.map((value) => `${lineOf(value)}\n`).join(""),
    "lines without a last newline": (values) => values.map(lineOf).join("\r\n"),
    "lines of several": (values) => `\uFEFF${values.map((one) => `[${lineOf(one)},{"b":1}]\n`).join("")}`,
    payloads: (values) => values.map((value) => `${payload([value, 1, { id: value }])}\n\n`).join(""),
    array: (values) => JSON.stringify(objects(values)),
    "pretty objects": (values) =>
      objects(values)
        .map((value) => JSON.stringify(value, null, 2))
        .join("\n"),
    "nothing between": (values) => objects(values).map(lineOf).join(""),
    trail: (values) =>
      JSON.stringify({
        Records: values.map((value) => ({
          eventID: JSON.stringify(value),
          eventTime: "2026-08-12T09:00:00Z",
        })),
      }),
  };
  const compress = fc.constantFrom(
    (text: string) => Buffer.from(text),
    (text: string) => gzipSync(text),
    (text: string) => zstdCompressSync(text),
  );
  const file = fc
    .tuple(fc.constantFrom(...Object.values(forms)), fc.array(entry, { maxLength: 90 }), compress)
    .map(([write, values, pack]) => ({ write, values, pack }));
  const batch = fc.integer({ min: 1, max: 9 });
  const step = fc.record({
    file: fc.nat(3),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    isRenamed: fc.boolean(),
    run: fc.record(
      { dieAt: batch, dieAfter: batch, batches: fc.integer({ min: 1, max: 3 }) },
      { requiredKeys: [] },
    ),
  });

  test("every record is delivered once, with its place", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { minLength: 1, maxLength: 4 }),
        fc.array(step, { maxLength: 8 }),
        async (files, steps) => {
          const folder = await folderWith({});
          // Content of its own, so that no file is the beginning of another.
          const logs = files.map(({ write, values, pack }, at) => ({
            bytes: pack(write([{ id: `file ${at}` }, ...values])),
            name: `${at}.log`,
            length: 0,
          }));
          const state: State = new Map();
          const got: Taken[] = [];
          const byOrigin = (one: Taken): Taken => ({
            ...one,
            file: `${logs.findIndex(({ name }) => name === one.file)}`,
          });
          const collect = async (options = {}): Promise<void> => {
            const { taken } = await run(folder, state, options);
            got.push(...taken.map(byOrigin));
          };
          for (const [at, { file: index, part, isRenamed, run: options }] of steps.entries()) {
            const log = logs[index];
            if (log !== undefined) {
              log.length = Math.max(log.length, Math.floor(part * log.bytes.length));
              writeFileSync(join(folder, log.name), log.bytes.subarray(0, log.length));
              if (isRenamed) renameSync(join(folder, log.name), join(folder, `${at}-${index}.log`));
              if (isRenamed) log.name = `${at}-${index}.log`;
            }
            await collect(options);
          }
          for (const log of logs) writeFileSync(join(folder, log.name), log.bytes);
          await collect();
          const all = (await readAll(folder)).map(byOrigin);
          expect(sorted(got)).toEqual(sorted(all));
        },
      ),
      { numRuns: 150 },
    );
  });
});

function brokenLines(count: number): string[] {
  return Array.from({ length: count }, () => "RECORD_JSON_BROKEN");
}

/** Lines with a time every 10 milliseconds. */
function timed(from: number): string {
  return upTo(0, 100)
    .map((at) => `${JSON.stringify({ time: from + at * 10 })}\n`)
    .join("");
}

function lineOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function objects(values: readonly unknown[]): readonly unknown[] {
  return values.filter((value) => typeof value === "object");
}

/** Without what files ended in the middle of, which is delivered as it is and, when it is whole, as that. */
function sorted(taken: readonly Taken[]): string[] {
  return taken
    .filter(({ isOpen }) => !isOpen)
    .map((one) => JSON.stringify(one))
    .toSorted();
}

/** Records that gzip cannot make small. */
function records(count: number): string[] {
  return upTo(0, count).map((id) => JSON.stringify({ id, text: sha256(`${id}`) }));
}
