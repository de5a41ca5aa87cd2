import { beforeAll, expect, test } from "vitest";
import { type FoundSources, findSources } from "../../../sdk/sources/find-sources.ts";
import { type Arrival, mergeSources } from "../../../sdk/sources/merge-sources.ts";
import type { RawRecord } from "../../../sdk/sources/raw-record.ts";
import type { Source } from "../../../sdk/sources/source.ts";
import { chunksOf } from "./helpers.ts";

interface Seen extends Arrival {
  readonly kind: string;
  readonly source: string;
}

function decode(record: RawRecord, source: Source): Seen {
  const stamp = record.kind === "record" ? record.value.timestamp : undefined;
  const kind = record.kind === "skipped" ? record.reason : record.kind;
  return { kind, source: source.name, ...(typeof stamp === "string" && { time: Date.parse(stamp) }) };
}

let found: FoundSources;
let seen: Seen[];

beforeAll(async () => {
  found = await findSources(["fixtures/aws-bedrock"], chunksOf(""));
  seen = (
    await Array.fromAsync(mergeSources(found.sources, { decode, onIssue: () => expect.unreachable() }))
  ).flat();
});

test("every sample file is read, and every record accounted for", () => {
  const count = (kind: string): number => seen.filter((one) => one.kind === kind).length;
  expect([found.issues, found.otherFiles]).toEqual([[], 0]);
  expect([count("control message"), count("permission check"), count("rejected")]).toEqual([1, 4, 0]);
  expect(count("sidecar body")).toBe(found.sources.filter(({ name }) => name.includes("/data/")).length);
  expect(count("record")).toBe(seen.filter(({ time }) => time !== undefined).length);
  expect(new Set(seen.map(({ source }) => source)).size).toBe(found.sources.length);
});

test("the company's history takes no step back of more than seconds", () => {
  const times = seen.flatMap(({ source, time }) => (source.includes("/company/") ? (time ?? []) : []));
  const steps = times.map((time, at) => (times[at - 1] ?? time) - time);
  expect(times.length).toBeGreaterThan(1_000);
  expect(Math.max(...steps)).toBeLessThanOrEqual(5_000);
});
