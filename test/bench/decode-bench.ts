/**
 * Measures what decoding costs beside parsing: for records of several sizes, the time of `JSON.parse`, of the generated
 * decoder, and of all that makes an event, with its `p_` fields and row id. All take turns in one process, round by
 * round; the medians count. `node test/bench/decode-bench.ts`
 */
import { fileURLToPath } from "node:url";
import mapValues from "lodash/mapValues.js";
import type { JsonObject } from "../../sdk/base/json.ts";
import { Decoding } from "../../sdk/event/decoding.ts";
import { awsBedrockModelInvocation } from "../../sdk/event/generated/aws-bedrock-model-invocation.ts";
import { awsCloudTrail } from "../../sdk/event/generated/aws-cloud-trail.ts";
import type { LogType } from "../../sdk/event/log-type.ts";
import { recordDecoder } from "../../sdk/event/record-decoder.ts";
import { sha256 } from "../../sdk/event/sha256.ts";
import { table } from "../../sdk/report/table.ts";
import { simulateControlPlane } from "../../sdk/simulate/control-plane/index.ts";
import { simulateCompany } from "../../sdk/simulate/index.ts";
import { median } from "./median.ts";

/** The most that the generated decoder of Bedrock records may take of the time of `JSON.parse`. */
const MOST_RATIO = 0.35;
const ROUNDS = 15;
/** Rounds that count for nothing: the compiler is still at work. */
const WARM_ROUNDS = 5;
/** How much text each round reads of each size, in bytes. */
const ROUND_BYTES = 4e6;
const BATCH_BYTES = 1e5;

const START = new Date("2026-03-02T00:00:00Z");

/** Records of one log type and size. */
interface Sample {
  readonly name: string;
  readonly logType: LogType;
  readonly texts: readonly string[];
}

/** Microseconds for one record. */
interface Times {
  readonly parse: number;
  readonly decode: number;
  readonly event: number;
}

/** Prints what decoding costs; `false` where a Bedrock decoder takes more than it may. */
export function decodeBench(): boolean {
  const samples = [bedrock(2, 12), bedrock(2, 107), bedrock(20, 1_400), bedrock(100, 7_100), trail()];
  const rounds = Array.from({ length: WARM_ROUNDS + ROUNDS }, () => samples.map(timesOf));
  const rows = samples.map((sample, at) => {
    const times = rounds.slice(WARM_ROUNDS).map((round) => round[at] as Times);
    const middle = (step: keyof Times): number => median(times.map((one) => one[step]));
    return { sample, parse: middle("parse"), decode: middle("decode"), event: middle("event") };
  });
  const text = table(rows, [
    { title: "records", value: ({ sample }) => `${sample.name}, ${(meanSize(sample) / 1e3).toFixed(1)} KB` },
    { title: "parse µs", value: ({ parse }) => parse.toFixed(2), align: "right" },
    { title: "decoder µs", value: ({ decode }) => decode.toFixed(2), align: "right" },
    { title: "of parse", value: ({ parse, decode }) => (decode / parse).toFixed(3), align: "right" },
    { title: "event µs", value: ({ event }) => event.toFixed(2), align: "right" },
    { title: "of parse", value: ({ parse, event }) => (event / parse).toFixed(3), align: "right" },
  ]);
  process.stdout.write(`${text}decoder of Bedrock records: at most ${MOST_RATIO} of parse\n`);
  return rows.every(
    ({ sample, parse, decode }) =>
      sample.logType !== awsBedrockModelInvocation || decode / parse <= MOST_RATIO,
  );
}

/**
 * Records of the simulated company of about a size. What decoding costs does not grow with a body, but what parsing costs
 * does, and prose is parsed faster than structure of the same size: so 2 KB are tried with little of it and with much.
 */
function bedrock(kilobytes: number, bodyWords: number): Sample {
  const [least, most] = [kilobytes * 700, kilobytes * 1_300];
  const records = simulateCompany({ seed: 1, start: START, days: 14, bodyWords })
    .map(({ record }) => JSON.stringify(record))
    .filter((text) => text.length > least && text.length < most);
  return { name: "Bedrock", logType: awsBedrockModelInvocation, texts: filled(records) };
}

function trail(): Sample {
  const records = simulateControlPlane({ seed: 1, start: START, days: 14 });
  const texts = filled(records.values().map((record) => JSON.stringify(record)));
  return { name: "CloudTrail", logType: awsCloudTrail, texts };
}

/** As many texts as make a round. */
function filled(texts: Iterable<string>): string[] {
  const taken: string[] = [];
  let bytes = 0;
  for (const text of texts) {
    taken.push(text);
    bytes += text.length;
    if (bytes >= ROUND_BYTES) break;
  }
  return taken;
}

function timesOf({ logType, texts }: Sample): Times {
  const toEvent = recordDecoder({ logTypes: [logType], digest: sha256, clock: () => START });
  const spent = { parse: 0, decode: 0, event: 0 };
  for (const batch of batches(texts)) {
    const values: JsonObject[] = [];
    spent.parse += timeOf(batch, (text) => values.push(JSON.parse(text) as JsonObject));
    spent.decode += timeOf(values, (value) => logType.decode(value, new Decoding()));
    spent.event += timeOf(values, (value) => toEvent(value));
  }
  return mapValues(spent, (milliseconds) => (milliseconds * 1e3) / texts.length);
}

/** Records that are decoded while what was parsed is still near the processor, as it is in a run. */
function* batches(texts: readonly string[]): Generator<readonly string[]> {
  const length = Math.ceil(texts.length / (ROUND_BYTES / BATCH_BYTES));
  for (let start = 0; start < texts.length; start += length) yield texts.slice(start, start + length);
}

function timeOf<T>(items: readonly T[], work: (item: T) => unknown): number {
  const start = performance.now();
  for (const item of items) work(item);
  return performance.now() - start;
}

function meanSize({ texts }: Sample): number {
  return texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !decodeBench()) process.exitCode = 1;
