import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { z } from "zod";
import type { JsonSchema } from "../../../sdk/schema/json-schema.ts";
import { KEYS } from "../../../sdk/schema/key-homes.ts";
import { logSchema, overlaySchema } from "../../../sdk/schema/log-schema.ts";
import { inspectOverlay, inspectSchema } from "../../../sdk/schema/read-schema.ts";
import { REPOSITORY, staleFiles } from "./model-files.ts";

const textOf = (path: string) => readFileSync(join(REPOSITORY, path), "utf8");
const jsonSchema = (name: string) => JSON.parse(textOf(`sdk/schema/generated/${name}.json`)) as JsonSchema;

test("what is made from the model is current: node test/sdk/schema/build-model-files.ts makes it anew", () => {
  expect(staleFiles()).toEqual([]);
});

test("every key of the language is known to belong somewhere, and no other", () => {
  const found = new Set<string>();
  JSON.stringify([jsonSchema("log-schema"), jsonSchema("overlay-schema")], (key, value: unknown) => {
    if (key === "properties") for (const name of Object.keys(value as object)) found.add(name);
    return value;
  });
  expect([...found].toSorted()).toEqual(KEYS.toSorted());
});

const examples = [...textOf("docs/schemas.md").matchAll(/^```yaml\n([^]*?)^```$/gm)].map(
  ([, text = ""]) => text,
);

test("the examples in docs/schemas.md are good schemas and overlays", () => {
  const issues = examples.flatMap((text) => {
    const inspect = text.includes("\nidentity:") ? inspectOverlay : inspectSchema;
    return inspect(text, "docs/schemas.md").issues;
  });
  expect(issues).toEqual([]);
});

test("every key of the language is in the reference, and in an example", () => {
  const shown = new Set<string>();
  for (const example of examples)
    JSON.stringify(parse(example), (key, value: unknown) => {
      shown.add(key);
      return value;
    });
  expect(KEYS.filter((key) => !shown.has(key))).toEqual([]);
  const reference = textOf("docs/schema-reference.md");
  expect(KEYS.filter((key) => !reference.includes(`\`${key}\``) && key !== "type")).toEqual([]);
});

const CORPUS = "test/sdk/schema/corpus";
const files = readdirSync(join(REPOSITORY, CORPUS)).map((name) => {
  const [text = ""] = textOf(join(CORPUS, name)).split(/^---$/m);
  return { name, text, isOverlay: name.endsWith(".overlay.yml") };
});

test.each([
  { kind: "schemas", file: "log-schema", model: logSchema, inspect: inspectSchema },
  { kind: "overlays", file: "overlay-schema", model: overlaySchema, inspect: inspectOverlay },
])(
  "the JSON Schema accepts good $kind, and refuses those of another shape",
  ({ kind, file, model, inspect }) => {
    const validator = z.fromJSONSchema(jsonSchema(file) as Parameters<typeof z.fromJSONSchema>[0]);
    const counts = { good: 0, misshapen: 0 };
    for (const { name, text } of files.filter((one) => one.isOverlay === (kind === "overlays"))) {
      const document = parseDocument(text);
      if (document.errors.length > 0) continue;
      const value: unknown = document.toJS();
      const isAccepted = validator.safeParse(value).success;
      if (inspect(text, name).value !== undefined) {
        counts.good += 1;
        expect([name, isAccepted]).toEqual([name, true]);
      } else if (!model.safeParse(value).success) {
        counts.misshapen += 1;
        expect([name, isAccepted]).toEqual([name, false]);
      }
    }
    expect(Math.min(counts.good, counts.misshapen)).toBeGreaterThan(0);
  },
);
