import { describe, expect, test } from "vitest";
import { applyOverlay } from "../../../sdk/schema/apply-overlay.ts";
import { readOverlay, readSchema } from "../../../sdk/schema/read-schema.ts";

const vendor = readSchema(
  `schema: Custom.Door
fields:
  - { name: id, required: true, type: string }
  - { name: body, type: json }
  - name: lock
    type: object
    fields:
      - { name: maker, type: string }
`,
  "Custom.Door.yml",
);

const apply = (overlay: string) => applyOverlay(vendor, readOverlay(overlay, "Custom.Door.overlay.yml"));

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
  expect(fields.map(({ name }) => name)).toEqual(["id", "body", "lock", "note", "place"]);
  expect(fields[2]).toMatchObject({ fields: [{ name: "maker" }, { name: "age" }] });
  expect(vendor.fields).toHaveLength(3);
  expect(vendor.fields[2]).toMatchObject({ fields: [{ name: "maker" }] });
});

test("an overlay may add no field at all", () => {
  expect(apply("schema: Custom.Door\nidentity: [id]").fields).toEqual(vendor.fields);
});

describe("an overlay is refused that", () => {
  test.each([
    [
      "is for another log type",
      "schema: Custom.Window",
      "is for Custom.Window; name the schema that it adds to",
    ],
    [
      "adds a field that is there",
      "fields: [{ name: id, type: string }]",
      "adds id, which is there already; leave it out",
    ],
    [
      "adds a nested field that is there",
      "fields: [{ name: lock, type: object, fields: [{ name: maker, type: string }] }]",
      "adds lock.maker, which is there already; leave it out",
    ],
    [
      "makes an object of a field",
      "fields: [{ name: id, type: object, fields: [{ name: a, type: string }] }]",
      "adds id, which is there already; leave it out",
    ],
    [
      "adds a required field",
      "fields: [{ name: a, required: true, type: string }]",
      "requires a; add optional fields only",
    ],
    [
      "adds a required field to an object",
      "fields: [{ name: lock, type: object, fields: [{ name: a, required: true, type: string }] }]",
      "requires lock.a; add optional fields only",
    ],
    [
      "adds an object with a required field",
      "fields: [{ name: a, type: array, element: { type: object, fields: [{ name: b, required: true, type: string }] } }]",
      "requires a; add optional fields only",
    ],
    [
      "identifies by a field that is not there",
      "identity: [id, di]",
      "identifies records by di; name plain fields at the top of the schema",
    ],
    [
      "identifies by an object",
      "identity: [lock]",
      "identifies records by lock; name plain fields at the top of the schema",
    ],
    [
      "identifies by JSON",
      "identity: [body]",
      "identifies records by body; name plain fields at the top of the schema",
    ],
  ])("%s", (_, overlay, problem) => {
    const text = overlay.startsWith("schema:") ? overlay : `schema: Custom.Door\n${overlay}`;
    expect(() => apply(text)).toThrow(`SCHEMA_INVALID the overlay of Custom.Door ${problem}`);
  });
});
