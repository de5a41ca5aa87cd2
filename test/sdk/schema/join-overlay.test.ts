import { describe, expect, test } from "vitest";
import { joinOverlay } from "../../../sdk/schema/join-overlay.ts";
import type { LogSchema } from "../../../sdk/schema/log-schema.ts";
import { readOverlay, readSchema } from "../../../sdk/schema/read-schema.ts";

const vendor = readSchema(
  `schema: Custom.Door
definitions:
  Person: { type: object, fields: [{ name: name, type: string }] }
  Strict: { type: object, fields: [{ name: key, type: string, required: true }] }
  Again: { type: array, element: { type: ref, target: Person } }
fields:
  - { name: id, required: true, type: string }
  - { name: body, type: json }
  - { name: count, type: smallint, required: true, rename: { from: n } }
  - { name: opener, type: ref, target: Person }
  - { name: strict, type: ref, target: Strict }
  - { name: others, type: ref, target: Again }
  - name: keys
    type: array
    element: { type: object, fields: [{ name: cut, type: timestamp }] }
  - name: lock
    type: object
    fields:
      - { name: maker, type: string }
`,
  "Custom.Door.yml",
);

function apply(overlay: string): LogSchema {
  const { joined, findings } = joinOverlay(vendor, readOverlay(overlay, "Custom.Door.overlay.yml"));
  if (findings.length === 0) return joined;
  throw new Error(findings.map(({ message, fix }) => `${message}; ${fix}`).join("\n"));
}

test("an overlay adds fields behind the vendor's, also inside an object that is there", () => {
  const { fields } = apply(`schema: Custom.Door
identity: [id, note]
fields:
  - { name: note, type: string }
  - name: lock
    type: object
    fields: [{ name: age, type: int }]
  - name: place
    type: object
    fields: [{ name: floor, type: int }]
`);
  expect(fields.slice(vendor.fields.length).map(({ name }) => name)).toEqual(["note", "place"]);
  expect(fields[7]).toMatchObject({ name: "lock", fields: [{ name: "maker" }, { name: "age" }] });
  expect(vendor.fields[7]).toMatchObject({ fields: [{ name: "maker" }] });
});

test("an overlay may add no field at all", () => {
  expect(apply("schema: Custom.Door\nidentity: [id]")).toEqual(vendor);
});

test.each(["int", "bigint", "float"])("a smallint becomes the wider %s, and keeps all else", (type) => {
  const { fields } = apply(`schema: Custom.Door\nfields: [{ name: count, type: ${type} }]`);
  expect(fields[2]).toEqual({ ...vendor.fields[2], type });
});

test("fields of an array's elements and of definitions can be added to", () => {
  const { fields, definitions } = apply(`schema: Custom.Door
definitions:
  Person: { type: object, fields: [{ name: age, type: int }] }
  Colour: { type: string }
fields:
  - { name: keys, type: array, element: { type: object, fields: [{ name: colour, type: ref, target: Colour }] } }
`);
  expect(Object.keys(definitions)).toEqual(["Person", "Strict", "Again", "Colour"]);
  expect(definitions.Person).toMatchObject({ fields: [{ name: "name" }, { name: "age" }] });
  expect(fields[6]).toMatchObject({ element: { fields: [{ name: "cut" }, { name: "colour" }] } });
  expect(vendor.definitions.Person).toMatchObject({ fields: [{ name: "name" }] });
});

const IDENTITY = "name plain fields at the top of the schema";

describe("an overlay is refused that", () => {
  test.each([
    [
      "is for another log type",
      "schema: Custom.Window",
      "the schema is Custom.Door; name the schema that it adds to",
    ],
    [
      "adds a field that is there",
      "fields: [{ name: id, type: string }]",
      "id is there already, of type string; leave it out",
    ],
    [
      "adds a nested field that is there",
      "fields: [{ name: lock, type: object, fields: [{ name: maker, type: string }] }]",
      "maker is there already, of type string; leave it out",
    ],
    [
      "makes an object of a field",
      "fields: [{ name: id, type: object, fields: [{ name: a, type: string }] }]",
      "id is there already, of type string; leave it out",
    ],
    [
      "makes an object of a ref",
      "fields: [{ name: opener, type: object, fields: [{ name: a, type: string }] }]",
      "opener is there already, of type ref; leave it out",
    ],
    [
      "changes more than the type",
      "fields: [{ name: count, type: int, copy: { from: m } }]",
      "changes copy of count; leave it out",
    ],
    [
      "adds a required field",
      "fields: [{ name: a, required: true, type: string }]",
      "requires a, or what is in it; add optional fields only",
    ],
    [
      "adds a required field to an object",
      "fields: [{ name: lock, type: object, fields: [{ name: a, required: true, type: string }] }]",
      "requires a, or what is in it; add optional fields only",
    ],
    [
      "adds an object with a required field",
      "fields: [{ name: a, type: array, element: { type: object, fields: [{ name: b, required: true, type: string }] } }]",
      "requires a, or what is in it; add optional fields only",
    ],
    [
      "adds a definition's required field",
      "fields: [{ name: a, type: array, element: { type: ref, target: Strict } }]",
      "requires a, or what is in it; add optional fields only",
    ],
    [
      "adds a field that not every text fits",
      "fields: [{ name: a, type: string, validate: { allow: [b] } }]",
      "validates a, or what is in it; add fields that take any text",
    ],
    [
      "adds elements of a definition that not every text fits",
      "definitions: { Ip: { type: string, validate: { ip: any } } }\nfields: [{ name: a, type: array, element: { type: ref, target: Ip } }]",
      "validates a, or what is in it; add fields that take any text",
    ],
    [
      "takes the key of a field that is there",
      "fields: [{ name: a, type: string, rename: { from: id } }]",
      "takes id away from a field that is there; copy it instead",
    ],
    [
      "takes a key that is renamed already",
      "fields: [{ name: a, type: int, rename: { from: n } }]",
      "takes n away from a field that is there; copy it instead",
    ],
    [
      "takes a key from a field of an object that is there",
      "fields: [{ name: lock, type: object, fields: [{ name: a, type: string, rename: { from: maker } }] }]",
      "takes maker away from a field that is there; copy it instead",
    ],
    [
      "refers to a definition that there is not",
      "fields: [{ name: a, type: ref, target: Persons }]",
      "there is no definition Persons; did you mean Person?",
    ],
    [
      "masks what a ref stands for",
      "fields: [{ name: a, type: ref, target: Person, mask: { type: redact } }]",
      "a mask is for strings, and this is of type object; leave it out",
    ],
    [
      "makes a definition part of itself",
      "definitions: { Person: { type: object, fields: [{ name: friends, type: ref, target: Again }] } }",
      "Person: refers to itself: Person -> Again -> Person; make one of them json",
    ],
    [
      "identifies by a field that is not there",
      "identity: [id, di]",
      `identifies records by di; ${IDENTITY}`,
    ],
    ["identifies by an object", "identity: [lock]", `identifies records by lock; ${IDENTITY}`],
    [
      "identifies by what a ref stands for",
      "identity: [opener]",
      `identifies records by opener; ${IDENTITY}`,
    ],
    ["identifies by JSON", "identity: [body]", `identifies records by body; ${IDENTITY}`],
  ])("%s", (_, overlay, problem) => {
    const text = overlay.startsWith("schema:") ? overlay : `schema: Custom.Door\n${overlay}`;
    expect(() => apply(text)).toThrow(new Error(problem));
  });
});
