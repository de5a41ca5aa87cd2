import { globSync, readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { JsonObject } from "../../../sdk/base/json.ts";
import { BUILT_IN_LOG_TYPES } from "../../../sdk/event/built-in-log-types.ts";
import { recordDecoder } from "../../../sdk/event/record-decoder.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";
import { deepFreeze } from "../../../sdk/rule/deep-freeze.ts";
import { createRandom } from "../../../sdk/simulate/random.ts";
import { mutateRecord } from "./reference/mutate-record.ts";

const RECORDS = 200_000;

/** What is still held after decoding, in bytes: caches, which have a bound. */
const MOST_GROWTH = 32e6;

const decode = recordDecoder({
  logTypes: BUILT_IN_LOG_TYPES,
  digest: sha256,
  clock: () => new Date(0),
});

/** The texts of the fixtures' records, of every log type about as many. */
function fixtureTexts(): string[] {
  const calls = globSync("fixtures/aws-bedrock/records/*.json")
    .toSorted()
    .map((file) => readFileSync(file, "utf8"));
  const trail = globSync("fixtures/aws-cloudtrail/company/**/*.gz")
    .toSorted()
    .slice(0, 10)
    .map((file) => JSON.parse(gunzipSync(readFileSync(file)).toString()) as { Records: JsonObject[] })
    .flatMap(({ Records }) => Records.slice(0, 4).map((record) => JSON.stringify(record)));
  return [...calls, ...trail];
}

/** The heap in use once all that nobody holds is gone, in bytes. */
function heapInUse(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}

test("any record, however broken, is an event or a refusal, and leaves nothing behind", () => {
  const texts = fixtureTexts();
  const random = createRandom(Number(process.env.SEED ?? 1));
  const inherited = Reflect.ownKeys(Object.prototype);
  const counts = { events: 0, refusals: 0 };
  let before = 0;
  for (let index = 0; index < RECORDS; index++) {
    if (index === RECORDS / 10) before = heapInUse();
    // Frozen, it would throw where decoding wrote to it.
    const record = deepFreeze(mutateRecord(random.pick(texts), random));
    const { event } = decode(record);
    if (event === undefined) counts.refusals++;
    else counts.events++;
  }
  const growth = heapInUse() - before;
  expect(counts.events + counts.refusals).toBe(RECORDS);
  expect(Math.min(counts.events, counts.refusals)).toBeGreaterThan(RECORDS / 20);
  expect(growth).toBeLessThan(MOST_GROWTH);
  expect(Reflect.ownKeys(Object.prototype)).toEqual(inherited);
});
