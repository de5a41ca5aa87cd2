import { describe, expect, test } from "vitest";
import { inferred, inferredTypes } from "./infer.ts";

/** Records that have one field, with these values. */
const of = (values: readonly unknown[], name = "field"): object[] =>
  values.map((value) => ({ [name]: value }));

describe("the type that takes all values of a field", () => {
  test.each<[string, unknown[], unknown]>([
    ["texts", ["a", "b c"], "string"],
    ["integers", [1, -2, 3], "bigint"],
    ["integers and fractions", [1, 2.5], "float"],
    ["integers beyond 64 bits", [1, 1e30], "float"],
    ["booleans", [true, false], "boolean"],
    ["texts of booleans", ["true", "False"], "boolean"],
    ["booleans, and texts of them", [true, "false"], "boolean"],
    ["texts of integers", ["1", "-20"], "bigint"],
    ["texts of fractions", ["1", "2.5"], "float"],
    ["integers, and texts of them", [1, "2"], "bigint"],
    ["integers with leading zeros", ["007", "1"], "string"],
    ["integers of more than 15 digits", ["1234567890123456", "1"], "string"],
    ["integers with a plus", ["+491234567", "+331234567"], "string"],
    ["texts, some of integers", ["1", "a"], "string"],
    ["integers and booleans", [1, true], "string"],
    ["integers and texts", [1, "a"], "string"],
    ["huge numbers and texts", [1e30, "a"], "json"],
    ["objects", [{ a: 1 }, { a: 2 }], { a: "bigint" }],
    ["objects and texts", [{ a: 1 }, "a"], "json"],
    ["objects and arrays", [{ a: 1 }, [1]], "json"],
    ["empty objects", [{}, {}], "json"],
    ["objects of nulls", [{ a: null }], "json"],
    ["arrays", [[1], [2, 3], []], ["bigint"]],
    ["arrays of several types", [[1, { a: 1 }]], ["json"]],
    ["arrays of arrays", [[[1.5]], [[]]], [["float"]]],
    ["arrays that are always empty", [[], []], ["json"]],
    ["arrays of objects", [[{ a: 1 }, { a: 1, b: "x" }, null]], [{ a: "bigint", "b?": "string" }]],
  ])("%s", (_, values, type) => {
    expect(inferredTypes(of(values))).toEqual({ field: type });
  });

  test.each([
    "userId",
    "user_id",
    "userid",
    "errorCode",
    "zip",
    "postcode",
    "phoneNumber",
    "accountnumber",
    "version",
  ])("digits under the name %s are a label, and stay text", (name) => {
    expect(inferredTypes(of(["1", "2"], name))).toEqual({ [name]: "string" });
    expect(inferredTypes(of([1, 2], name))).toEqual({ [name]: "bigint" });
  });

  test.each(["count", "port", "idle", "bytes_sent"])("digits under the name %s are a number", (name) => {
    expect(inferredTypes(of(["1", "2"], name))).toEqual({ [name]: "bigint" });
  });
});

describe("whether a field is required", () => {
  test.each<[string, object[], unknown]>([
    ["there in every record", [{ a: "x" }, { a: "y" }], { a: "string" }],
    ["empty text is a text", [{ a: "x" }, { a: "" }], { a: "string" }],
    ["missing once", [{ a: "x", b: 1 }, { b: 2 }], { "a?": "string", b: "bigint" }],
    ["null once", [{ a: "x" }, { a: null }], { "a?": "string" }],
    ["empty text where it is a number: as good as null", [{ a: "1" }, { a: "" }], { "a?": "bigint" }],
    ["in an object that is not in every record", [{ o: { a: 1 } }, {}], { "o?": { a: "bigint" } }],
    ["in some objects of arrays", [{ l: [{ a: 1 }, { b: 1 }] }], { l: [{ "a?": "bigint", "b?": "bigint" }] }],
    [
      "beyond 2^53 once, where Caracal would refuse the record",
      [{ a: 1 }, { a: 2 ** 60 }],
      { "a?": "bigint" },
    ],
    ["beyond 2^53 once, as text", [{ a: 1 }, { a: "9007199254740993" }], { "a?": "bigint" }],
  ])("%s", (_, records, types) => {
    expect(inferredTypes(records)).toEqual(types);
  });
});

describe("times", () => {
  test.each<[string, unknown[], string]>([
    ["created", ["2026-03-02T09:00:00Z"], "timestamp rfc3339"],
    ["any", ["2026-03-02T09:00:00.123456789+01:00", "2026-03-02 09:00:00.123456789"], "timestamp rfc3339"],
    ["any", ["2026-03-02T09:00:00+0100"], "timestamp %Y-%m-%dT%H:%M:%S%z"],
    ["any", ["2026-03-02", "2026-03-02T09:00:00Z"], "timestamp %Y-%m-%d rfc3339"],
    ["any", ["02/Mar/2026:09:00:00 +0100"], "timestamp %d/%b/%Y:%H:%M:%S %z"],
    ["any", ["2026-03-02T09:00:00Z", "never"], "string"],
    ["any", ["2026-02-30T09:00:00Z"], "string"],
    ["schemaVersion", ["2012-10-17"], "string"],
    ["createdAt", [1_700_000_000, 1_700_000_000.5], "timestamp unix"],
    ["createdAt", ["1700000000"], "timestamp unix"],
    ["lastSeen_ms", [1_700_000_000_000], "timestamp unix_ms"],
    ["ts", [1_700_000_000_000_000], "timestamp unix_us"],
    ["time", [1_700_000_000_000_000_000], "timestamp unix_ns"],
    ["published", [1_700_000_000], "timestamp unix"],
    ["dateReceived", [1_700_000_000], "timestamp unix"],
    ["date_sent_ms", ["1700000000000"], "timestamp unix_ms"],
    ["updateCount", [1_700_000_000], "bigint"],
    ["time", [1_700_000_000, "2026-03-02T09:00:00Z"], "timestamp rfc3339 unix"],
    ["time", [1_700_000_000, 1_700_000_000_000], "bigint"],
    ["time", [12, 1_700_000_000], "bigint"],
    ["bytes", [1_700_000_000], "bigint"],
  ])("%s: %j", (name, values, type) => {
    expect(inferredTypes(of(values, name))).toEqual({ [name]: type });
  });

  const at = "2026-03-02T09:00:00Z";
  test.each<[string, object[], string | undefined]>([
    ["by the best name", [{ date: at, eventTime: at, time: at }], "eventTime"],
    ["in any spelling", [{ "@timestamp": at }], "@timestamp"],
    ["by the name that an audit log gives it", [{ expires: at, published: at }], "published"],
    ["of a queue's messages", [{ attributes: { SentTimestamp: "1700000000000" } }], "SentTimestamp"],
    [
      "of requests",
      [{ EdgeEndTimestamp: 1_700_000_001, EdgeStartTimestamp: 1_700_000_000 }],
      "EdgeStartTimestamp",
    ],
    ["of an audit log's stages", [{ requestReceivedTimestamp: at, stageTimestamp: at }], "stageTimestamp"],
    ["only where every record has it", [{ timestamp: at, created_at: at }, { created_at: at }], "created_at"],
    ["of the record before one within it", [{ a: { timestamp: at }, date: at }], "date"],
    ["within the record, where there is no other", [{ a: { timestamp: at } }], "timestamp"],
    ["but not in an object that may be missing", [{ a: { timestamp: at } }, { b: 1 }], undefined],
    ["and none where no name says so", [{ expires: at }], undefined],
    ["nor where it is no time", [{ timestamp: "soon" }], undefined],
  ])("the event's time is found %s", (_, records, name) => {
    expect(inferred(records).eventTime?.name).toBe(name);
  });
});

describe("an object that is a map is json", () => {
  test.each<[string, object[]]>([
    ["of more than 200 keys", [Object.fromEntries(Array.from({ length: 201 }, (_, id) => [`key${id}`, 1]))]],
    ["whose keys never come again", ["a", "b", "c", "d", "e"].map((key) => ({ [key]: { x: 1 } }))],
    ["whose keys are addresses", [{ "10.0.0.1": 1, "2001:db8::1": 2 }]],
    ["whose keys are numbers", [{ "443": 1 }, { "443": 1, "80": 2 }]],
    ["with a key of more than 200 characters", [{ ["k".repeat(201)]: 1, a: 1 }]],
  ])("%s", (_, maps) => {
    expect(inferredTypes(of(maps))).toEqual({ field: "json" });
  });

  test("and one with a few optional fields is none", () => {
    const objects = [{ a: 1, b: 1 }, { a: 1, c: 1 }, { a: 1 }, { a: 1 }, { a: 1 }];
    expect(inferredTypes(of(objects))).toEqual({ field: { a: "bigint", "b?": "bigint", "c?": "bigint" } });
  });
});

describe("a hostile log", () => {
  test("can name its fields as what objects inherit", () => {
    const record = JSON.parse(
      '{"__proto__":{"constructor":"a"},"toString":1,"hasOwnProperty":null}',
    ) as object;
    const types = inferredTypes([record]);
    expect(Object.entries(types)).toEqual([
      ["__proto__", { constructor: "string" }],
      ["toString", "bigint"],
    ]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  test("can nest as deeply as it likes", () => {
    const depth = 20_000;
    const record = JSON.parse(`{"a":${'{"a":'.repeat(depth)}[1]${"}".repeat(depth)}}`) as object;
    const list = JSON.parse(`{"b":${"[".repeat(depth)}1${"]".repeat(depth)}}`) as object;
    expect(JSON.stringify(inferredTypes([record, list]))).toMatch(/^\{"a\?":(\{"a":){31}.*"json"/);
  });

  test("can have as many different fields as it likes, in room for 10,000", () => {
    const records = Array.from({ length: 300 }, (_, id) => ({
      [`field${id}`]: Object.fromEntries(
        Array.from({ length: 100 }, (__, key) => [`k${id}.${key}`, { x: 1 }]),
      ),
    }));
    expect(JSON.stringify(inferredTypes(records)).match(/"x"/g)?.length).toBeLessThan(10_000);
  });

  test("can have fields that no schema can name: they are told, and left out", () => {
    const records = [{ "": 1, p_any: "x", ok: 1, gone: null, ["k".repeat(300)]: 1 }];
    expect(inferredTypes(records)).toEqual({ ok: "bigint" });
    expect(inferred(records).fields.notes).toEqual([
      "always null in the samples, so of no known type: gone",
      "left out, for p_ is kept for standard fields: p_any",
      "left out: keys that are empty or very long, or too many",
    ]);
  });
});
