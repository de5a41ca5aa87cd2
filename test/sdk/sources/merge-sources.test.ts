import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaracalError } from "../../../sdk/base/caracal-error.ts";
import type { Issue } from "../../../sdk/base/issue.ts";
import { findSources } from "../../../sdk/sources/find-sources.ts";
import { type Arrival, mergeSources } from "../../../sdk/sources/merge-sources.ts";
import type { RawRecord } from "../../../sdk/sources/raw-record.ts";
import type { Source } from "../../../sdk/sources/source.ts";
import { chunksOf, folderWith } from "./helpers.ts";

interface Seen extends Arrival {
  readonly id: unknown;
  readonly source: string;
}

function decode(record: RawRecord, source: Source): Seen {
  if (record.kind !== "record") return { id: record.kind, source: source.name };
  const { id, time } = record.value;
  return { id, source: source.name, ...(typeof time === "number" && { time }) };
}

interface Merged {
  readonly seen: Seen[];
  readonly issues: Issue[];
  readonly bytes: number;
}

async function merge(sources: readonly Source[]): Promise<Merged> {
  const issues: Issue[] = [];
  let bytes = 0;
  const options = {
    decode,
    onIssue: (issue: Issue) => void issues.push(issue),
    onProgress: (more: number) => void (bytes += more),
  };
  const seen = (await Array.fromAsync(mergeSources(sources, options))).flat();
  return { seen, issues, bytes };
}

/** A source of batches, which may end in an error. */
function sourceOf(
  name: string,
  batches: readonly (readonly Entry[])[],
  rest: Partial<Source> & { error?: Error } = {},
): Source {
  const { error, ...others } = rest;
  return {
    name,
    rereadable: true,
    ...others,
    async *read() {
      for (const batch of batches) yield batch.map(toRecord);
      if (error !== undefined) throw error;
    },
  };
}

type Entry = { readonly id: string | number; readonly time?: number };

function toRecord(value: Entry): RawRecord {
  return { kind: "record", value: { ...value }, raw: JSON.stringify(value), line: 1, offset: 0 };
}

/** Counts how many sources are read at the same time. */
function counted(sources: readonly Source[]): { sources: Source[]; most: () => number; now: () => number } {
  const open = { now: 0, most: 0 };
  const wrap = (source: Source): Source => ({
    ...source,
    async *read(progress) {
      open.most = Math.max(open.most, ++open.now);
      try {
        yield* source.read(progress);
      } finally {
        open.now--;
      }
    },
  });
  return { sources: sources.map(wrap), most: () => open.most, now: () => open.now };
}

/** Batches that are a millisecond later each. */
function rising(from: number, batches: number, size: number): Entry[][] {
  return Array.from({ length: batches }, (_, at) =>
    Array.from({ length: size }, () => ({ id: at, time: from + at })),
  );
}

const ndjson = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("");
const sorted = (seen: readonly Seen[]): boolean =>
  seen.every(({ time = 0 }, at) => at === 0 || (seen[at - 1]?.time ?? 0) <= time);

describe("any history in any files", () => {
  const history = fc.array(fc.record({ gap: fc.nat(5_000), file: fc.nat(9), hasTime: fc.boolean() }), {
    maxLength: 200,
  });
  test.each([
    ["each in one batch", 1_000],
    ["each in many batches", 3],
  ])("%s comes out in order, every record once", async (_name, size) => {
    await fc.assert(
      fc.asyncProperty(history, fc.boolean(), fc.infiniteStream(fc.nat(2)), async (steps, isTimed, kinds) => {
        let time = 0;
        const files: Entry[][] = Array.from({ length: 10 }, () => []);
        for (const [id, { gap, file, hasTime }] of steps.entries()) {
          time += gap;
          files[file]?.push({ id, ...((isTimed || hasTime) && { time }) });
        }
        const sources = files.map((entries, at) => {
          const batches = Array.from({ length: Math.ceil(entries.length / size) }, (_, from) =>
            entries.slice(from * size, (from + 1) * size),
          );
          const first = entries.find((entry) => entry.time !== undefined)?.time;
          const kind = kinds.next().value;
          return sourceOf(`${at}`, batches, {
            ...(kind !== 0 && { size: 100 }),
            ...(kind === 2 && first !== undefined && { startsAt: first - 4_000 }),
            rereadable: at !== 9,
          });
        });
        const { sources: wrapped, now } = counted(sources);
        const { seen, issues } = await merge(wrapped);
        expect(seen.map(({ id }) => Number(id)).toSorted((one, other) => one - other)).toEqual(
          steps.map((_, id) => id),
        );
        expect(sorted(seen.filter((one) => one.time !== undefined))).toBe(true);
        for (const { name } of sources) {
          const ids = seen.filter(({ source }) => source === name).map(({ id }) => Number(id));
          expect(ids).toEqual(ids.toSorted((one, other) => one - other));
        }
        expect([issues, now()]).toEqual([[], 0]);
      }),
      { numRuns: 100 },
    );
  });
});

test("hundreds of files of two accounts and three regions come out in order of time, few open at once", async () => {
  const start = Date.UTC(2026, 7, 5);
  const files: Record<string, Buffer> = {};
  const total = 240;
  for (let at = 0; at < total; at++) {
    const account = ["111122223333", "444455556666"][at % 2];
    const region = ["us-east-1", "eu-west-1", "ap-south-1"][at % 3];
    const delivered = new Date(start + at * 400_000).toISOString();
    const hour = delivered.slice(0, 13).replaceAll(/[-T]/g, "/");
    const stamp = `${delivered.replaceAll(/[-:.]/g, "")}_${((at * 7_919) % 65_521).toString(16).padStart(16, "0")}`;
    const entries = Array.from({ length: 5 }, (_, id) => ({
      id: `${at}/${id}`,
      time: start + (at - 5 + id) * 400_000,
    }));
    files[`AWSLogs/${account}/BedrockModelInvocationLogs/${region}/${hour}/${stamp}.json.gz`] = gzipSync(
      ndjson(entries),
    );
  }
  const plain = Array.from({ length: 100 }, (_, at) => [
    `other/${(at * 71) % 100}.json`,
    ndjson([{ id: `plain ${at}`, time: start + at * 1_000 }]),
  ]);
  const folder = await folderWith({ ...files, ...Object.fromEntries(plain) });
  const found = await findSources([folder], chunksOf(""));
  const { sources, most, now } = counted(found.sources);
  const { seen, issues, bytes } = await merge(sources);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(total * 5 + 100);
  expect(seen).toHaveLength(total * 5 + 100);
  expect(sorted(seen)).toBe(true);
  expect(issues).toEqual([]);
  expect([most(), now()]).toEqual([1, 0]);
  expect(bytes).toBe(sources.reduce((sum, { size = 0 }) => sum + size, 0));
});

test("large files are open only from their first event on", async () => {
  const sources = Array.from({ length: 50 }, (_, at) =>
    sourceOf(`${at}`, rising(((at * 7) % 50) * 10, 4, 1)),
  );
  const { sources: wrapped, most, now } = counted(sources);
  const { seen } = await merge(wrapped);
  expect(seen).toHaveLength(200);
  expect(sorted(seen)).toBe(true);
  expect(most()).toBeLessThanOrEqual(2);
  expect(now()).toBe(0);
});

test("a file out of order keeps its own order and delays no other", async () => {
  const one = sourceOf("one", [[{ id: 1, time: 10 }, { id: 2, time: 5 }, { id: 3 }, { id: 4, time: 30 }]]);
  const other = sourceOf("other", [[{ id: "a", time: 7 }], [{ id: "b", time: 20 }]]);
  const { seen } = await merge([one, other]);
  expect(seen.map(({ id }) => id)).toEqual(["a", 1, 2, 3, "b", 4]);
});

test("events of the same time come in the order of the sources", async () => {
  const sources = ["x", "y", "z"].map((id) =>
    sourceOf(id, [
      [
        { id: `${id}1`, time: 1 },
        { id: `${id}2`, time: 2 },
      ],
    ]),
  );
  const { seen } = await merge(sources);
  expect(seen.map(({ id }) => id)).toEqual(["x1", "y1", "z1", "x2", "y2", "z2"]);
});

describe("a source that fails", () => {
  const error = new CaracalError({ code: "INPUT_CORRUPT", source: "bad", message: "damaged" });
  const good = sourceOf("good", [[{ id: "a", time: 1 }], [{ id: "b", time: 99 }]], { size: 10 });
  test.each([
    ["at once", [], []],
    ["midway", [[{ id: 1, time: 50 }], [{ id: 2, time: 60 }]], [1, 2]],
    ["after a batch without times", [[{ id: 1 }]], [1]],
  ])("%s tells it once, and the others go on", async (_when, batches, ids) => {
    for (const size of [undefined, 100, 10 ** 9]) {
      const bad = sourceOf("bad", batches, { error, ...(size !== undefined && { size }) });
      const { seen, issues, bytes } = await merge([bad, good]);
      expect(issues).toEqual(error.issues);
      expect(seen.filter(({ source }) => source === "bad").map(({ id }) => id)).toEqual(ids);
      expect(seen.filter(({ source }) => source === "good").map(({ id }) => id)).toEqual(["a", "b"]);
      expect(bytes).toBe(10 + (size ?? 0));
    }
  });

  test("by a fault of the program ends the merge, with all closed", async () => {
    const { sources, now } = counted([
      good,
      sourceOf("bad", [[{ id: 1, time: 2 }]], { error: new TypeError("bug") }),
    ]);
    await expect(merge(sources)).rejects.toThrow(TypeError);
    expect(now()).toBe(0);
  });
});

describe("a source is over", () => {
  test("when the caller asks for more after the batch with its last record", async () => {
    const sources = [
      sourceOf("short", rising(0, 1, 10)),
      sourceOf("long", rising(1, 3, 50)),
      sourceOf("empty", []),
    ];
    const ended: string[] = [];
    const handed = new Map<string, number>();
    const onEnd = ({ name }: Source): void => void ended.push(`${name} ${handed.get(name) ?? 0}`);
    for await (const batch of mergeSources(sources, { decode, onIssue: () => {}, onEnd })) {
      const told = [...ended];
      for (const { source } of batch) handed.set(source, (handed.get(source) ?? 0) + 1);
      await Promise.resolve();
      expect(ended).toEqual(told);
    }
    expect(ended.toSorted()).toEqual(["empty 0", "long 150", "short 10"]);
  });

  test.each<[Issue["code"], string[]]>([
    ["INPUT_CORRUPT", ["bad"]],
    ["INPUT_UNREADABLE", []],
  ])("or not, when it ended with %s", async (code, expected) => {
    const error = new CaracalError({ code, source: "bad", message: "" });
    const ended: string[] = [];
    const bad = sourceOf("bad", rising(0, 1, 1), { error });
    const onEnd = ({ name }: Source): void => void ended.push(name);
    await Array.fromAsync(mergeSources([bad], { decode, onIssue: () => {}, onEnd }));
    expect(ended).toEqual(expected);
  });
});

test("leaving early closes what is open", async () => {
  const { sources, now } = counted([
    sourceOf("one", rising(0, 9, 999)),
    sourceOf("other", rising(1, 9, 999)),
  ]);
  for await (const batch of mergeSources(sources, { decode, onIssue: () => {} })) {
    expect(batch.length).toBeGreaterThan(0);
    break;
  }
  expect(now()).toBe(0);
});

test("a live source hands over what it has before it waits for more", async () => {
  const { readable, writable } = new TransformStream<Buffer, Buffer>();
  const writer = writable.getWriter();
  const { sources } = await findSources(["-"], readable);
  const past = sourceOf("past", [[{ id: "past", time: 1 }]]);
  const batches = mergeSources([...sources, past], { decode, onIssue: () => {} });
  const next = async (text: string): Promise<unknown> => {
    const [batch] = await Promise.all([batches.next(), writer.write(Buffer.from(text))]);
    return batch.value?.map(({ id }: Seen) => id);
  };
  expect(await next('{"id":1,"time":5}\n{"id":')).toEqual(["past", 1]);
  expect(await next('2,"time":6}\n{"id":3}\n')).toEqual([2, 3]);
  expect(await next("\n\nbroken\n")).toEqual(["rejected"]);
  await writer.close();
  expect((await batches.next()).done).toBe(true);
});
