import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { CaracalError } from "../../../sdk/base/caracal-error.ts";
import type { RawRecord } from "../../../sdk/sources/raw-record.ts";
import { recordsOf } from "../../../sdk/sources/records-of.ts";

/** Chunks of bytes as a source reads them; cut at the given places. */
export async function* chunksOf(
  bytes: Buffer | string,
  cuts: readonly number[] = [],
): AsyncGenerator<Buffer> {
  const all = Buffer.from(bytes);
  let start = 0;
  for (const end of [...cuts, all.length].toSorted((one, other) => one - other)) {
    yield all.subarray(start, end);
    start = end;
  }
}

/** Everything of an iterable, and the codes of the error that ends it. */
export async function drain<T>(
  items: AsyncIterable<T> | Iterable<T>,
): Promise<{ items: T[]; codes: string[] }> {
  const got: T[] = [];
  try {
    for await (const item of items) got.push(item);
  } catch (error) {
    if (!(error instanceof CaracalError)) throw error;
    return { items: got, codes: error.issues.map((issue) => `${issue.code} ${issue.source}`) };
  }
  return { items: got, codes: [] };
}

/** The records in bytes. */
export async function read(bytes: Buffer | string, cuts: readonly number[] = []): Promise<RawRecord[]> {
  return (await Array.fromAsync(recordsOf(chunksOf(bytes, cuts), "source"))).flat();
}

/** What a record is, in short: its value, its reason or its code. */
export function gist(record: RawRecord): unknown {
  if (record.kind === "record") return record.value;
  return record.kind === "skipped" ? record.reason : record.code;
}

/** A folder that is deleted when the test ends, with files in it. */
export async function folderWith(files: Readonly<Record<string, Buffer | string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "caracal-sources-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}
