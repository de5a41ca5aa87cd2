import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { sourceDecoder } from "../../../sdk/cli/source-decoder.ts";
import { csvParser } from "../../../sdk/event/csv-parser.ts";
import { z } from "../../../sdk/event/index.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";
import { fileSource } from "../../../sdk/sources/file-source.ts";
import { mergeSources } from "../../../sdk/sources/merge-sources.ts";
import { Positions } from "../../../sdk/sources/positions.ts";
import { folderWith } from "../sources/helpers.ts";

const doors = {
  name: "Custom.Doors",
  parser: csvParser({
    delimiter: ",",
    hasHeader: true,
    skipPrefix: "#",
    emptyValues: [],
    trimSpace: false,
    expandFields: {},
  }),
  decode: ({ door }: { door?: unknown }) => ({ door }),
  schema: () => z.object({}),
};

/** The doors that a run reads until it dies, with their lines. */
async function run(
  path: string,
  size: number,
  state: Map<string, object>,
  dieAt: number,
): Promise<unknown[]> {
  const decode = sourceDecoder({ logTypes: [doors], digest: sha256, clock: () => new Date(0) });
  const positions = Positions.of(state);
  const { sources } = positions.resume([fileSource(path, size)]);
  const got: unknown[] = [];
  let count = 0;
  for await (const batch of mergeSources(sources, { decode, onIssue: () => {} })) {
    if (++count === dieAt) break;
    for (const { source, record, decoded, isSkipped } of batch) {
      positions.take(source, record);
      const { door } = (decoded?.event ?? {}) as { door?: unknown };
      got.push([isSkipped === true ? "skipped" : door, record.line]);
    }
    for (const [key, value] of positions.delta().puts) state.set(key, value);
  }
  return got;
}

function rowsOf(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, at) => `${at % 3},door ${from + at}\n`).join("");
}

test.each([
  ["small", 100, (text: string) => Buffer.from(text), 2],
  ["large", 40_000, (text: string) => Buffer.from(text), 500],
  ["compressed", 3_000, (text: string) => gzipSync(text), 20],
  ["small one, of which only the comment was read", 0, (text: string) => Buffer.from(text), 9],
])("the lines after a header are read by it when a %s file goes on", async (_what, rows, pack, dieAt) => {
  const header = rows === 0 ? "" : "floor,door\n";
  const first = pack(`# written by hand\n${header}${rowsOf(0, rows)}`);
  const more = pack(`${rows === 0 ? "floor,door\n" : ""}${rowsOf(rows, rows + 9)}`);
  const folder = await folderWith({ "doors.csv": first });
  const path = join(folder, "doors.csv");
  const state = new Map<string, object>();
  const before = await run(path, first.length, state, dieAt);
  appendFileSync(path, more);
  const after = await run(path, first.length + more.length, state, Number.POSITIVE_INFINITY);
  expect([...before, ...after]).toEqual([
    ["skipped", 1],
    ["skipped", 2],
    ...Array.from({ length: rows + 9 }, (_, at) => [`door ${at}`, at + 3]),
  ]);
});
