import { parentPort, workerData } from "node:worker_threads";
import { CaracalError } from "../base/caracal-error.ts";
import type { Issue } from "../base/issue.ts";
import { Engine } from "../engine/engine.ts";
import { sha256 } from "../event/sha256.ts";
import type { FileAddress } from "../sources/source.ts";
import { sourceAt } from "../sources/source-at.ts";
import { type Examined, examiner, readHere } from "./examine.ts";
import { horizon } from "./horizon.ts";
import { loadRunRules } from "./load-run-rules.ts";
import { runDecoding } from "./run-decoding.ts";
import { sourceDecoder } from "./source-decoder.ts";
import type { FromWorker, ToWorker, WorkerPart, WorkerRequest, WorkerRun } from "./worker-messages.ts";

/** Bytes of records that go into one message, about. */
const PART_BYTES = 512 * 1024;

/** A file that is being read. */
interface Reading {
  readonly batches: AsyncIterator<readonly Examined[]>;
  /** Bytes read since the last part. */
  bytes: number;
}

const run = workerData as WorkerRun;
const { rules, logTypes } = await loadRunRules(run);
// It only asks the rules: what they said is counted by the engine of the main thread.
const engine = new Engine({ rules, digest: sha256, stopwatch: () => performance.now() });
const read = readHere(
  examiner({ ...run, engine, decoder: sourceDecoder({ ...runDecoding(logTypes, run), horizon }) }),
);
const readings = new Map<number, Reading>();

process.on("unhandledRejection", () => tell("stray"));
parentPort?.on("message", (message: ToWorker) => {
  // The thread ends when nothing is left that a rule began.
  if (message === "finish") parentPort?.close();
  else serve(message);
});

function serve({ reading: id, open, isClosed }: WorkerRequest): void {
  if (open !== undefined) readings.set(id, begin(open));
  const reading = readings.get(id);
  if (reading === undefined) return;
  const served = isClosed === true ? close(id, reading) : part(id, reading).then(tell);
  served.catch((error: unknown) => {
    // A fault of Caracal's own ends the worker, and so the run.
    setImmediate(() => {
      throw error;
    });
  });
}

function begin(file: FileAddress): Reading {
  const progress = (bytes: number): number => (reading.bytes += bytes);
  const reading = { batches: read(sourceAt(file), progress)[Symbol.asyncIterator](), bytes: 0 };
  return reading;
}

function tell(message: FromWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is of no origin
  parentPort?.postMessage(message);
}

async function part(id: number, reading: Reading): Promise<WorkerPart> {
  const records: Examined[] = [];
  let issues: readonly Issue[] = [];
  let isOver = false;
  try {
    for (let size = 0; !isOver && size < PART_BYTES; ) {
      const { done, value } = await reading.batches.next();
      isOver = done === true;
      for (const record of done === true ? [] : value) {
        records.push(record);
        size += record.size ?? 0;
      }
    }
  } catch (error) {
    if (!(error instanceof CaracalError)) throw error;
    issues = error.issues;
    isOver = true;
  }
  const { bytes } = reading;
  reading.bytes = 0;
  return { reading: id, records, bytes, ...(isOver && { end: { issues, milliseconds: takeTimes() } }) };
}

async function close(id: number, { batches }: Reading): Promise<void> {
  readings.delete(id);
  await batches.return?.();
}

function takeTimes(): Record<string, number> {
  return Object.fromEntries(
    Object.entries(engine.counts.rules).map(([id, counts]) => {
      const { milliseconds } = counts;
      counts.milliseconds = 0;
      return [id, milliseconds];
    }),
  );
}
