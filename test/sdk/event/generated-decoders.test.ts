import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import type { JsonObject } from "../../../sdk/base/json.ts";
import { Decoding, own } from "../../../sdk/event/decoding.ts";
import { generateLogType } from "../../../sdk/schema/generate-log-type.ts";
import { readSchema } from "../../../sdk/schema/read-schema.ts";
import { generatedText, importLogType } from "./reference/import-log-type.ts";
import { recordText } from "./reference/record-arbitrary.ts";
import { referenceDecode } from "./reference/reference-decode.ts";
import { schemaText } from "./reference/schema-arbitrary.ts";
import { spelt } from "./reference/spelt.ts";

const SCHEMAS = 500;
const RECORDS = 20;
const COMPILED = 20;

const ROOT = join(import.meta.dirname, "../../..");

const schemaAndRecords = schemaText.chain((text) => {
  const schema = readSchema(text, "thing.yml");
  return fc.record({
    schema: fc.constant(schema),
    records: fc.array(recordText(schema), { minLength: RECORDS, maxLength: RECORDS }),
  });
});

test("property: a generated decoder reads every record as its schema means", async () => {
  const counts = { pairs: 0, accepted: 0 };
  await fc.assert(
    fc.asyncProperty(schemaAndRecords, async ({ schema, records }) => {
      const text = generatedText(schema);
      expect(generatedText(schema)).toBe(text);
      const logType = await importLogType(text);
      const validator = logType.schema();
      for (const json of records) {
        const record = JSON.parse(json) as JsonObject;
        const to = new Decoding();
        const event = logType.decode(record, to);
        const { issues, unknown, marks, refusal, time } = to;
        const reading = { event, issues, unknown, marks, refusal, time };
        expect(spelt(reading)).toEqual(spelt(referenceDecode(schema, JSON.parse(json) as JsonObject)));
        expect(JSON.stringify(record)).toBe(json);
        counts.pairs++;
        if (refusal !== undefined) continue;
        counts.accepted++;
        expect(logType.keys?.filter((key) => (own(record, key) ?? null) === null) ?? []).toEqual([]);
        const { data, error } = validator.safeParse(event);
        expect(error).toBeUndefined();
        // zod leaves a key `__proto__` out.
        expect(Reflect.ownKeys(data as object)).toEqual(
          Object.keys(event).filter((key) => key !== "__proto__"),
        );
      }
    }),
    { numRuns: SCHEMAS },
  );
  expect(counts.pairs).toBeGreaterThanOrEqual(10_000);
  expect(counts.accepted).toBeGreaterThan(counts.pairs / 4);
});

test("generated texts compile under the project's own options", async () => {
  const cache = join(ROOT, ".cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "generated-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [index, text] of fc.sample(schemaText, COMPILED).entries()) {
    const schema = { ...readSchema(text, "thing.yml"), schema: `Custom.Thing${index}` };
    const generated = generateLogType(schema, undefined, {
      from: ["thing.yml"],
      runtime: "../../sdk/event/index.ts",
      registry: "../../sdk/event/log-types.ts",
    });
    await writeFile(join(folder, `thing-${index}.ts`), generated);
  }
  await writeFile(
    join(folder, "tsconfig.json"),
    '{ "extends": "../../tsconfig.json", "include": ["*.ts", "../../sdk/event/log-types.ts"] }',
  );
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [compiler, "--project", folder], { encoding: "utf8" });
  expect(stdout).toBe("");
});
