import { findSources } from "../../../sdk/sources/find-sources.ts";
import { mergeSources } from "../../../sdk/sources/merge-sources.ts";
import { Positions } from "../../../sdk/sources/positions.ts";
import type { RawRecord } from "../../../sdk/sources/raw-record.ts";
import type { Source } from "../../../sdk/sources/source.ts";
import { chunksOf, gist } from "./helpers.ts";

/** What a run leaves for the next one. */
export type State = Map<string, object>;

/** A record as it was handed over. */
export interface Taken {
  readonly file: string;
  readonly line: number;
  readonly offset: number;
  readonly gist: unknown;
  /** Whether the file ended in the middle of it. */
  readonly isOpen: boolean;
}

export interface Run {
  /** Records of the batches that were committed. */
  readonly taken: Taken[];
  readonly issues: string[];
  readonly readBefore: number;
}

export interface RunOptions {
  /** Die at this batch. Default: never. */
  readonly dieAt?: number;
  /** Die right after this batch was committed. Default: never. */
  readonly dieAfter?: number;
  /** Batches to one commit. Default: 1. */
  readonly batches?: number;
}

/** Reads a folder as a run with a state does. What it took since its last commit is lost when it dies. */
export async function run(
  folder: string,
  state: State,
  { dieAt, dieAfter, batches = 1 }: RunOptions = {},
): Promise<Run> {
  const positions = Positions.of(state);
  const found = await findSources([folder], chunksOf(""));
  const { sources, readBefore } = positions.resume(found.sources);
  const [taken, issues]: [Taken[], string[]] = [[], []];
  let open: Taken[] = [];
  const commit = (): void => {
    const { puts, deletes } = positions.delta();
    for (const key of deletes) state.delete(key);
    for (const [key, value] of puts) state.set(key, JSON.parse(JSON.stringify(value)) as object);
    taken.push(...open);
    open = [];
  };
  let count = 0;
  const options = {
    decode,
    onIssue: ({ code }: { code: string }) => void issues.push(code),
    onEnd: (source: Source) => positions.end(source),
  };
  for await (const batch of mergeSources(sources, options)) {
    if (++count === dieAt) return { taken, issues, readBefore };
    for (const { source, record } of batch) {
      positions.take(source, record);
      open.push(takenOf(source, record, folder));
    }
    if (count % batches === 0) commit();
    if (count === dieAfter) return { taken, issues, readBefore };
  }
  commit();
  return { taken, issues, readBefore };
}

/** What a run without a state reads of a folder. */
export async function readAll(folder: string): Promise<Taken[]> {
  return (await run(folder, new Map())).taken;
}

function decode(record: RawRecord, source: Source): { record: RawRecord; source: Source; time?: number } {
  const time = record.kind === "record" ? record.value.time : undefined;
  return { record, source, ...(typeof time === "number" && { time }) };
}

function takenOf({ name }: Source, record: RawRecord, folder: string): Taken {
  const { line, offset, position } = record;
  const isOpen = position?.whole !== undefined;
  return { file: name.slice(folder.length + 1), line, offset, gist: gist(record), isOpen };
}
