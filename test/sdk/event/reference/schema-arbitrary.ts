import * as fc from "fast-check";
import { INDICATORS } from "../../../../sdk/schema/indicator.ts";
import { TIME_FORMATS } from "../../../../sdk/schema/time-format.ts";
import { HASH_ALGORITHMS } from "../../../../sdk/schema/transformations.ts";
import { tidyFields } from "./tidy-fields.ts";

/** A part of a schema as YAML would give it. */
export type RawPart = { readonly [key in string]?: unknown };

/** Names that a record's keys may have: common ones, and those that could break what is generated from them. */
export const NAMES: readonly string[] = [
  'a b c A a_b a-b a.b b.c [] a[] 1 - $& // */ `${x}` </script> it\'s "x" back\\slash',
  "id user level 名前 \u00e9 e\u0301 \ud800 \u2028 new\nline",
  "__proto__ constructor toString hasOwnProperty valueOf __defineGetter__",
  "class default await undefined arguments then record event to found element fields own decode z keys",
  "Decoding SCANNERS KEYS p_row_id",
].flatMap((names) => names.split(" "));

/** Definitions, each of which may refer to those before it. */
const DEFINITIONS = ["Leaf", "Branch", "Fields"] as const;

const TEXTS = ["open", "shut", "", "it's", 'say "x"', "back\\slash\n", "10.0.0.1", "::1", "10.0.0.0/8"];

// Often one of a few, so that fields, keys and paths meet.
const name = fc.oneof(fc.constantFrom("a", "b", "c"), fc.constantFrom(...NAMES));
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((keys) => keys.join("."));
const separator = fc.constantFrom(" ", "@", ".", "a", "\\", "\n", '"');
const texts = fc.uniqueArray(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 4 });
const ipVersion = fc.constantFrom("ipv4", "ipv6", "any");
const description = fc.constantFrom(undefined, "What it is.", "ends */ early", "two\nlines `${x}`", "\u2028");
const timeFormat = fc.constantFrom(...TIME_FORMATS, "%Y-%m-%d", "%d/%b/%Y:%H:%M:%S %z", '%Y"%m\\%d', "%s");

const validate = fc.oneof(
  fc.record({ allow: texts }),
  fc.record({ deny: texts }),
  fc.record({ ip: ipVersion, deny: texts }),
  fc.record({ cidr: ipVersion }),
  fc.record({ allow: texts, deny: texts, ip: ipVersion }, { requiredKeys: [] }),
);

const indicators = fc.uniqueArray(fc.constantFrom(...INDICATORS), { minLength: 1, maxLength: 3 });

const mask = fc.oneof(
  fc.record({ type: fc.constant("redact"), to: seldom(fc.constantFrom("", "****", 'say "x"')) }),
  fc.record({
    type: fc.constant("hash"),
    algorithm: seldom(fc.constantFrom(...HASH_ALGORITHMS)),
    salt: seldom(fc.constantFrom("pepper", "\\")),
  }),
);

const transformations = fc.record({
  rename: seldom(fc.record({ from: name })),
  copy: seldom(fc.record({ from: path })),
  concat: seldom(
    fc.record({ paths: fc.array(path, { minLength: 1, maxLength: 3 }), separator: seldom(separator) }),
  ),
  split: seldom(fc.record({ from: path, separator, index: fc.integer({ min: -2, max: 2 }) })),
  mask: seldom(mask),
});

/** Absent more often than not. */
function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ arbitrary: fc.constant(undefined), weight: 5 }, arbitrary);
}

function value(depth: number, targets: readonly string[]): fc.Arbitrary<RawPart> {
  const isEmbeddedJSON = seldom(fc.constant(true));
  const plain = [
    fc.record({
      type: fc.constant("string"),
      indicators: seldom(indicators),
      validate: seldom(validate),
    }),
    fc.record({ type: fc.constantFrom("smallint", "int", "bigint", "float", "boolean") }),
    fc.record({
      type: fc.constant("timestamp"),
      timeFormats: fc.option(fc.uniqueArray(timeFormat, { minLength: 1, maxLength: 3 }), { nil: undefined }),
      isEventTime: fc.option(fc.boolean(), { nil: undefined }),
    }),
    fc.record({ type: fc.constant("timestamp"), timeFormat, isEventTime: fc.constant(true) }),
    fc.record({ type: fc.constant("json"), isEmbeddedJSON }),
    ...(targets.length > 0
      ? [fc.record({ type: fc.constant("ref"), target: fc.constantFrom(...targets) })]
      : []),
  ];
  const parts =
    depth === 0
      ? []
      : [
          fc.record({ type: fc.constant("object"), fields: fields(depth - 1, targets), isEmbeddedJSON }),
          fc.record({ type: fc.constant("array"), element: value(depth - 1, targets), isEmbeddedJSON }),
        ];
  return fc
    .tuple(fc.oneof(...plain, ...parts, ...parts), description)
    .map(([own, text]) => ({ ...own, description: text }));
}

function fields(depth: number, targets: readonly string[]): fc.Arbitrary<RawPart[]> {
  const required = seldom(fc.constant(true));
  const field = fc
    .tuple(fc.record({ name, required }), value(depth, targets), transformations)
    .map((parts): RawPart => Object.assign({}, ...parts));
  return fc.uniqueArray(field, { selector: (one) => one.name, minLength: 1, maxLength: 5 });
}

/** Log schemas that use all of the language, but for parsers: as text of JSON, which is YAML too. */
export const schemaText: fc.Arbitrary<string> = fc
  .record({
    definitions: fc.record({
      Leaf: value(1, []),
      Branch: value(1, DEFINITIONS.slice(0, 1)),
      Fields: value(2, DEFINITIONS.slice(0, 2)),
    }),
    fields: fields(3, DEFINITIONS),
  })
  .map(({ definitions, fields: own }) => {
    const top = own.filter((field) => !String(field.name).startsWith("p_"));
    const raw = { definitions, fields: top.length > 0 ? top : [{ name: "a", type: "json" }] };
    return JSON.stringify({ schema: "Custom.Thing", ...tidyFields(raw) });
  });
