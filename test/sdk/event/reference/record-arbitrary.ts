import * as fc from "fast-check";
import type { JsonValue } from "../../../../sdk/base/json.ts";
import type { FieldSchema, ValueSchema } from "../../../../sdk/schema/field-schema.ts";
import type { LogSchema } from "../../../../sdk/schema/log-schema.ts";
import { ODD_VALUES } from "./odd-values.ts";
import { sourcesOf } from "./reference-transformation.ts";
import { NAMES } from "./schema-arbitrary.ts";

type Json = fc.Arbitrary<JsonValue>;

const ODD: Json = fc.constantFrom(...ODD_VALUES);

const INTEGER: Json = fc.oneof(fc.integer(), fc.integer().map(String), fc.maxSafeInteger());

const TIMES: readonly JsonValue[] = [
  "2026-08-03T22:54:46Z",
  "2026-08-03 22:54:46.123456789",
  "0001-01-01T00:00:00Z",
  "2026-08-03",
  '2026"08\\03',
  "03/Aug/2026:22:54:46 +0200",
  1_700_000_000,
  "1700000000.25",
  1_700_000_000_123,
  "1700000000123456789",
];

const RIGHT = {
  smallint: fc.integer({ min: -32_768, max: 32_767 }),
  int: INTEGER,
  bigint: INTEGER,
  float: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom("1.5", "-1e3", ".5")),
  boolean: fc.constantFrom<JsonValue[]>(true, false, 0, 1, "t", "F", "true"),
  timestamp: fc.constantFrom(...TIMES),
} as const;

const TEXT: Json = fc.oneof(
  fc.constantFrom("10.0.0.1", "::1", "10.0.0.0/8", "a.example", "amy@example.com", "i-0123456789abcdef0"),
  fc.constantFrom("arn:aws:sts::111122223333:assumed-role/Admin/amy@example.com", "111122223333"),
  fc.constantFrom<JsonValue[]>(
    "open",
    "shut",
    "",
    5,
    true,
    "d41d8cd98f00b204e9800998ecf8427e",
    "https://a.example/x",
  ),
  fc.string({ maxLength: 6 }),
);

/** Records that fit a schema roughly, as text of JSON: most values are right, some absent, some anything. */
export function recordText(schema: LogSchema): fc.Arbitrary<string> {
  function right(value: ValueSchema): Json {
    switch (value.type) {
      case "ref":
        return right(schema.definitions[value.target] as ValueSchema);
      case "object":
        return embedded(value, objectOf(value.fields));
      case "array":
        return embedded(value, fc.array(around(value.element), { maxLength: 3 }));
      case "json":
        return embedded(value, ODD);
      case "string": {
        const allowed = value.validate?.allow ?? value.validate?.deny;
        return allowed === undefined ? TEXT : fc.oneof(fc.constantFrom(...allowed), TEXT);
      }
      default:
        return RIGHT[value.type];
    }
  }

  function around(value: ValueSchema): Json {
    return fc.oneof({ arbitrary: right(value), weight: 7 }, ODD);
  }

  /** What each field reads, what its transformations read, and keys that none knows. */
  function objectOf(fields: readonly FieldSchema[]): Json {
    const known = fields.map((field) => fc.tuple(fc.constant(field.name), around(field)));
    const renamed = fields.flatMap((field) =>
      field.rename === undefined ? [] : [fc.tuple(fc.constant(field.rename.from), around(field))],
    );
    const sources = sourcesOf(fields).map(([key = "", ...rest]) => fc.tuple(fc.constant(key), nested(rest)));
    const extra = fc.tuple(fc.oneof(fc.constant("extra"), fc.constantFrom(...NAMES, "")), ODD);
    const entries = [...sources, ...renamed, ...known].map((entry) =>
      fc.option(entry, { nil: undefined, freq: 5 }),
    );
    return fc
      .tuple(fc.option(extra, { nil: undefined, freq: 2 }), ...entries)
      .map((all) => Object.fromEntries(all.filter((entry) => entry !== undefined)));
  }

  return objectOf(schema.fields).map((record) => JSON.stringify(record));
}

/** A value at a path. */
function nested(path: readonly string[]): Json {
  return path.reduceRight<Json>(
    (inner, key) => inner.map((value) => Object.fromEntries([[key, value]])),
    fc.oneof(TEXT, ODD),
  );
}

/** As text of JSON where it comes so, and sometimes as it is. */
function embedded({ isEmbeddedJSON }: { readonly isEmbeddedJSON: boolean }, value: Json): Json {
  if (!isEmbeddedJSON) return value;
  return fc.oneof({ arbitrary: value.map((one) => JSON.stringify(one)), weight: 3 }, value);
}
