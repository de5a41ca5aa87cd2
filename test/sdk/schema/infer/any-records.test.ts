import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "../../../../sdk/base/json.ts";
import type { LogType } from "../../../../sdk/event/log-type.ts";
import { recordDecoder } from "../../../../sdk/event/record-decoder.ts";
import { sha256 } from "../../../../sdk/event/sha256.ts";
import { generateLogType } from "../../../../sdk/schema/generate-log-type.ts";
import { findMisfits } from "../../../../sdk/schema/infer/find-misfits.ts";
import { inferSchema } from "../../../../sdk/schema/infer/infer-schema.ts";
import { readSchema } from "../../../../sdk/schema/read-schema.ts";
import { inferredText, observed } from "./infer.ts";

const REPOSITORY = join(import.meta.dirname, "../../../..");

let folder = "";
beforeAll(async () => {
  await mkdir(join(REPOSITORY, ".cache"), { recursive: true });
  folder = await mkdtemp(join(REPOSITORY, ".cache/infer-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Few names, so that the same one is many things; some say what is under them. */
const name = fc.constantFrom(
  ..."a b userId time created_at accountId domain version name __proto__ constructor toString".split(" "),
  "a.b",
  "a/b",
);

const text = fc.constantFrom(
  ..." x OK true False 0 1 -2 007 3.5 1234567890123456 9007199254740993 1700000000 2026-03-02".split(" "),
  ..."10.0.0.1 111122223333 dana@claims.example claims.example arn:aws:iam::111122223333:user/dana".split(
    " ",
  ),
  "2026-03-02T09:00:00Z",
  "2026-03-02 09:00:00",
  "02/Mar/2026:09:00:00 +0100",
);

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    text,
    fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.constantFrom(null, true, false, 0, 1, 1_700_000_000, 1_700_000_000_000),
    fc.dictionary(name, tie("value"), { maxKeys: 4 }),
    fc.array(tie("value"), { maxLength: 3 }),
  ),
}));

/** As JSON gives them: a key such as `__proto__` is one like any other. */
const records = fc
  .array(fc.dictionary(name, value, { maxKeys: 6 }), { minLength: 1, maxLength: 8 })
  .map((some) => JSON.parse(JSON.stringify(some)) as JsonObject[])
  .filter((some) => inferSchema("Custom.Sample", observed(some)) !== undefined);

/** What the schema says of integers that no bigint holds: only they may be left out of an event. */
const BEYOND = "# some are beyond 2^53";

test("every record is an event of the schema that was inferred, and every field of it fits", async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(records, async (some) => {
      const file = join(folder, `${count++}.ts`);
      const schema = inferredText(some);
      const generated = generateLogType(readSchema(schema, "sample.yml"), undefined, {
        from: ["sample.yml"],
        runtime: "../../sdk/event/index.ts",
        registry: "../../sdk/event/log-types.ts",
      });
      await writeFile(file, generated);
      const { customSample } = (await import(pathToFileURL(file).href)) as { customSample: LogType };
      const decode = recordDecoder({
        logTypes: [customSample],
        digest: sha256,
        clock: () => new Date(0),
        strict: !schema.includes(BEYOND),
      });
      for (const record of some) expect(decode(record)).toHaveProperty("event");
    }),
    { numRuns: 200 },
  );
});

test("the schema that was inferred loses nothing of its samples", () => {
  fc.assert(
    fc.property(records, (some) => {
      expect(findMisfits(readSchema(inferredText(some), "sample.yml"), observed(some))).toEqual([]);
    }),
  );
});

test("the order of the records decides nothing but the order of the fields", () => {
  const shuffled = records.chain((some) =>
    fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
  );
  fc.assert(
    fc.property(shuffled, ([some, others]) => {
      expect(linesOf(others)).toEqual(linesOf(some));
    }),
    { numRuns: 500 },
  );
});

function linesOf(some: readonly JsonObject[]): string[] {
  return inferredText(some).split("\n").toSorted();
}
