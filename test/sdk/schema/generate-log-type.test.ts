import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, expectTypeOf, onTestFinished, test } from "vitest";
import { Decoding, type JsonObject, type JsonValue, type LogType } from "../../../sdk/event/index.ts";
import { generateLogType } from "../../../sdk/schema/generate-log-type.ts";
import { joinOverlay } from "../../../sdk/schema/join-overlay.ts";
import { readOverlay, readSchema } from "../../../sdk/schema/read-schema.ts";
import { type CustomEverything, customEverything } from "./golden/custom-everything.ts";

const GOLDEN = join(import.meta.dirname, "golden");
const EVENT = join(import.meta.dirname, "../../../sdk/event");
const read = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");

function generateGolden(name: string): string {
  return generateLogType(readSchema(read(GOLDEN, `${name}.yml`), `${name}.yml`), undefined, {
    from: [`${name}.yml`],
    runtime: "../../../../sdk/event/index.ts",
    registry: "../../../../sdk/event/log-types.ts",
  });
}

describe("the generated text", () => {
  test.each([
    ["Custom.Everything", "custom-everything.ts"],
    ["Custom.Lines", "custom-lines.ts"],
  ])("of %s is the golden file, which the compiler checks with the tests", async (name, file) => {
    await expect(generateGolden(name)).toMatchFileSnapshot(join(GOLDEN, file));
    expect(generateGolden(name)).toBe(generateGolden(name));
  });

  test("of the Bedrock schema is the file in sdk/event/generated", () => {
    const name = "AWS.BedrockModelInvocation";
    const vendor = readSchema(read(EVENT, `schemas/${name}.yml`), name);
    const overlay = readOverlay(read(EVENT, `schemas/${name}.overlay.yml`), name);
    const text = generateLogType(joinOverlay(vendor, overlay).joined, overlay, {
      from: [`${name}.yml`, `${name}.overlay.yml`],
      runtime: "../index.ts",
      registry: "../log-types.ts",
    });
    expect(text).toBe(read(EVENT, "generated/aws-bedrock-model-invocation.ts"));
  });

  test("imports from the package, and only what it uses", () => {
    const schema = readSchema("schema: Custom.Door\nfields: [{ name: id, type: string }]", "door.yml");
    const overlay = { schema: "Custom.Door", identity: ["id", "my-id"], description: "More." };
    const text = generateLogType(schema, overlay, { from: ["door.yml"] });
    expect(text).toContain('from "caracal/event";');
    expect(text).toContain('declare module "caracal/log-types" {');
    expect(text).not.toMatch(/SCANNERS|JsonValue|own\(/);
    expect(text).toContain('identity: (event) => [event.id, event["my-id"]],');
    expect(text).toContain("/** More. */\nexport interface CustomDoor");
  });

  test("imports nothing for names that fields and texts share with the runtime", () => {
    const fields = `
  - { name: ip, type: string, required: true }
  - { name: JsonValue, type: int, required: true, description: "See own(x) and cidr(y)." }
  - { name: path, type: string, validate: { deny: ["/**", "an own( one", 'a "\\ cidr('] }, indicators: [url] }`;
    const schema = readSchema(`schema: Custom.Door\nfields:${fields}`, "door.yml");
    expect(generateLogType(schema, undefined, { from: ["door.yml"] })).toContain(`import {
  SCANNERS,
  noneOf,
  type Decoding,
  type JsonObject,
  type LogType,
  type OwnFields,
  type StandardFields,
  type Writable,
  z,
} from "caracal/event";`);
  });

  test.each([
    ["objects", (inner: string) => `type: object, fields: [{ name: a, ${inner} }]`],
    ["arrays", (inner: string) => `type: array, element: { ${inner} }`],
  ])("of %s deep within each other is no longer than it has to be", (_, around) => {
    let value = "type: int";
    for (let depth = 0; depth < 60; depth++) value = around(value);
    const schema = readSchema(`schema: Custom.Door\nfields: [{ name: a, ${value} }]`, "door.yml");
    const text = generateLogType(schema, undefined, { from: ["door.yml"] });
    expect(text.split("\n").length).toBeLessThan(2_000);
  });
});

test("an object of many fields is read by functions that the compiler can follow", async () => {
  const names = Array.from({ length: 700 }, (_, index) => `f${index}`);
  const fields = names.map((name, index) => ({
    name,
    type: "string",
    required: index === 650,
    rename: { from: name.toUpperCase() },
  }));
  const part = { name: "2", type: "object", fields };
  const text = JSON.stringify({ schema: "Custom.Wide", fields: [part, ...fields] });
  const code = generateLogType(readSchema(text, "wide.yml"), undefined, {
    from: ["wide.yml"],
    runtime: join(EVENT, "index.ts"),
  });
  for (const body of code.split(/^function /m))
    expect([...body.matchAll(/= to\./g)].length).toBeLessThanOrEqual(300);

  const folder = mkdtempSync(join(tmpdir(), "caracal-wide-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "wide.ts");
  writeFileSync(file, code);
  const { customWide } = (await import(pathToFileURL(file).href)) as { readonly customWide: LogType };
  const to = new Decoding();
  const record = Object.fromEntries(names.map((name) => [name.toUpperCase(), name]));
  const event = customWide.decode({ ...record, 2: record, more: 1 }, to);
  const own = Object.fromEntries(names.map((name) => [name, name]));
  expect(event).toEqual({ ...own, 2: own });
  expect([to.issues, to.refusal, [...to.unknown.keys()]]).toEqual([[], undefined, ["more"]]);

  const lacking = new Decoding();
  customWide.decode({}, lacking);
  expect(lacking.refusal).toMatchObject({ path: "f650", found: "missing" });
});

function decode(record: object) {
  const to = new Decoding();
  const event = customEverything.decode(JSON.parse(JSON.stringify(record)) as JsonObject, to);
  return { event, to };
}

const timeOf = (record: object) => decode({ ...least, ...record }).to.time?.getTime();
const least = { id: "1", count: 2, addresses: [] };

describe("the golden decoder", () => {
  test("reads every construct", () => {
    const record = {
      ...least,
      smallCount: 1,
      share: 0.5,
      isOpen: "T",
      extra: { any: [1] },
      extras: [1, null, "a"],
      addresses: ["10.0.0.1"],
      matrix: [[[1, 2], []], [[3]]],
      hostsByRack: [["a.example", "10.0.0.2"]],
      door: {
        name: "front",
        opened: 1_700_000_000_123,
        lock: { keys: [{ owner: "arn:aws:iam::111122223333:user/a", cutAt: "2026-01-01T00:00:00Z" }] },
      },
      logged: "2027-01-01T00:00:00Z",
      "my-field": "amy",
      "a.b": "flat",
      "a-b": { x: "dash" },
      a_b: { x: "underscore" },
      AB: { x: "capitals" },
      a: { b: { x: "nested" } },
      class: "c",
      名前: "n",
      "2 back\\slash\n": "odd",
      fields: { undefined: "u" },
    };
    const { event, to } = decode(record);
    expect(to.issues).toEqual([]);
    expect([...to.unknown]).toEqual([]);
    expect({ ...event }).toEqual({
      ...record,
      isOpen: true,
      extras: [1, "a"],
      door: {
        name: "front",
        opened: new Date(1_700_000_000_123),
        lock: {
          keys: [{ owner: "arn:aws:iam::111122223333:user/a", cutAt: new Date("2026-01-01T00:00:00Z") }],
        },
      },
      logged: new Date("2027-01-01T00:00:00Z"),
    });
    expect(to.time).toEqual(new Date(1_700_000_000_123));
    expect(to.marks).toEqual({
      p_any_ip_addresses: ["10.0.0.1", "10.0.0.2"],
      p_any_domain_names: ["a.example"],
      p_any_trace_ids: ["a.example", "10.0.0.2"],
      p_any_aws_arns: ["arn:aws:iam::111122223333:user/a"],
      p_any_aws_account_ids: ["111122223333"],
      p_any_usernames: ["amy"],
    });
    expect(customEverything.schema().safeParse(event).error).toBeUndefined();
  });

  test("reads nothing that an object inherits, and its event answers with nothing inherited", () => {
    const { event } = decode(least);
    expect(Object.keys(event)).toEqual(["id", "count", "addresses"]);
    expect(event.constructor).toBeUndefined();
    expect(event.toString).toBeUndefined();
    // oxlint-disable-next-line no-proto
    expect(event.__proto__).toBeUndefined();
    expect(customEverything.schema().safeParse(event).error).toBeUndefined();
  });

  test("reads fields that are named as what objects inherit", () => {
    const text = `{"id":"1","count":2,"addresses":[],"constructor":"c","__proto__":"p","toString":{"hasOwnProperty":5}}`;
    const to = new Decoding();
    const event = customEverything.decode(JSON.parse(text) as JsonObject, to);
    expect(JSON.stringify(event)).toBe(text);
    expect(customEverything.schema().safeParse(event).error).toBeUndefined();
  });

  test("takes a required array that is empty, and refuses one that is missing", () => {
    expect(decode({ ...least, hostsByRack: [], matrix: [] }).event).not.toHaveProperty("hostsByRack");
    expect(decode({ ...least, addresses: null }).to.refusal).toMatchObject({
      path: "addresses",
      found: "null",
    });
  });

  test("takes the first event time in the schema's order that there is", () => {
    expect(timeOf({ seen: ["1970-01-01T00:00:03Z"] })).toBe(3000);
    expect(timeOf({ seen: ["1970-01-01T00:00:03Z"], logged: 2 })).toBe(2000);
    expect(timeOf({ seen: ["1970-01-01T00:00:03Z"], logged: 2, door: { name: "a", opened: 1000 } })).toBe(
      1000,
    );
    expect(timeOf({})).toBeUndefined();
  });

  test("refuses a record for a required field that a nested object lacks", () => {
    const { to } = decode({ ...least, door: { name: "a", lock: { keys: [{}] } } });
    expect(to.refusal).toMatchObject({ path: "door.lock.keys[].owner", found: "missing" });
  });
});

test("the golden types", () => {
  expectTypeOf<CustomEverything["p_log_type"]>().toEqualTypeOf<"Custom.Everything">();
  expectTypeOf<CustomEverything["count"]>().toEqualTypeOf<number>();
  expectTypeOf<CustomEverything["addresses"]>().toEqualTypeOf<readonly string[]>();
  expectTypeOf<CustomEverything["matrix"]>().toEqualTypeOf<
    readonly (readonly (readonly number[])[])[] | undefined
  >();
  expectTypeOf<CustomEverything["extras"]>().toEqualTypeOf<readonly JsonValue[] | undefined>();
  expectTypeOf<NonNullable<CustomEverything["door"]>["opened"]>().toEqualTypeOf<Date | undefined>();
});
