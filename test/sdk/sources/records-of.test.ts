import { gzipSync, zstdCompressSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJson } from "../../../sdk/base/parse-json.ts";
import type { RawRecord } from "../../../sdk/sources/raw-record.ts";
import { recordsOf } from "../../../sdk/sources/records-of.ts";
import { chunksOf, drain, gist, read } from "./helpers.ts";

const A = { a: 1 };
const B = { b: 'é" ]}\\ \n', c: [{ d: {} }, []] };
const [a, b] = [JSON.stringify(A), JSON.stringify(B)];
const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

describe("the forms of two records", () => {
  test.each([
    ["lines", `${a}\n${b}\n`],
    ["lines without a final newline", `${a}\n${b}`],
    ["lines that end in CRLF", `${a}\r\n${b}\r\n`],
    ["blank lines", `\n\n \t\n${a}\n\n\r\n  \n${b}\n\n`],
    ["a byte order mark", `\uFEFF${a}\n${b}\n`],
    ["files with a byte order mark after one another", `\uFEFF${a}\n\uFEFF${b}\n`],
    ["indented lines", `  ${a}\n\t${b}`],
    ["pretty-printed objects", `${pretty(A)}\n${pretty(B)}\n`],
    ["pretty-printed objects with CRLF", `${pretty(A)}\n${pretty(B)}\n`.replaceAll("\n", "\r\n")],
    ["an object that begins on its first line", `{"a":\n1}\n${b}`.replace("\n1", "\n  1")],
    ["an array on one line", `[${a},${b}]`],
    ["a pretty-printed array", pretty([A, B])],
    ["an array with an element a line", `[\n${a},\n${b}\n]\n`],
    ["an array with a byte order mark", `\uFEFF[${a},${b}]`],
    ["an array after another", `[${a}]\n[${b}]`],
    ["an array right after another", `[${a}][${b}]`],
    ["empty arrays around", `[]\n[${a},${b}][]`],
    ["arrays as lines", `${a}\n[${b}]`],
    ["an array in an array", `[[${a}],[[${b}]]]`],
    ["nothing between them", `${a}${b}`],
    ["a space between them", `${a} ${b}`],
    ["nothing between them on a line among lines", `${a}\n${b}${a}\n${b}`],
  ])("%s", async (name, text) => {
    const records = await read(text);
    expect(records.map(gist)).toEqual(name.endsWith("among lines") ? [A, B, A, B] : [A, B]);
    expect(records.map(({ raw }: RawRecord & { raw?: string }) => JSON.parse(raw ?? ""))).toEqual(
      records.map(gist),
    );
  });

  test.each([[""], ["\n\n"], [" "], ["[]"], ["\uFEFF"], ["[\n]\n"]])("none in %j", async (text) => {
    expect(await read(text)).toEqual([]);
  });
});

describe("rejects", () => {
  test.each<[string, string, unknown[]]>([
    [
      "scalars and null",
      `1\nnull\n"x"\ntrue\n${a}`,
      [...Array.from({ length: 4 }, () => "RECORD_NOT_OBJECT"), A],
    ],
    [
      "scalars in an array",
      `[${a},1,null,"x"]`,
      [A, ...Array.from({ length: 3 }, () => "RECORD_NOT_OBJECT")],
    ],
    ["a broken line among good ones", `${a}\n{"a":"}\n${b}\n`, [A, "RECORD_JSON_BROKEN", B]],
    ["a broken first line", `{"a":"\n${b}\n`, ["RECORD_JSON_BROKEN", B]],
    ["a broken first line and a blank one", `{"a":"\r\n\r\n${b}\n`, ["RECORD_JSON_BROKEN", B]],
    ["text", `hello\n[12:00] world\n${b}`, ["RECORD_JSON_BROKEN", "RECORD_JSON_BROKEN", B]],
    ["text that begins with a bracket", `[12:00] hello {\n${b}`, ["RECORD_JSON_BROKEN", B]],
    [
      "an integer that a number would round, in 100,000 brackets",
      `{"a":${"[".repeat(100_000)}12345678901234567890${"]".repeat(100_000)}}\n${a}`,
      ["RECORD_JSON_BROKEN", A],
    ],
    ["NUL bytes", `\0\0\0\n${a}\n\0${b}`, ["RECORD_JSON_BROKEN", A, "RECORD_JSON_BROKEN"]],
    ["a whole object and half of one", `${a}{"b":`, [A, "RECORD_JSON_BROKEN"]],
    ["an array that is cut", `[${a},\n${b.slice(0, 9)}`, [A, "RECORD_JSON_BROKEN"]],
    [
      "10,000 brackets",
      `${"[".repeat(10_000)}\n${a}\n${"[".repeat(10_000)}${"]".repeat(10_000)}`,
      ["RECORD_JSON_BROKEN"],
    ],
    [
      "10,000 brackets that are closed",
      `${a}\n${"[".repeat(10_000)}${"]".repeat(10_000)}\n${b}`,
      [A, "RECORD_PAYLOAD_BROKEN", B],
    ],
  ])("%s", async (_name, text, expected) => {
    const records = await read(text);
    expect(records.map(gist)).toEqual(expected);
    for (const record of records) {
      if (record.kind !== "skipped") expect(text).toContain(record.raw);
    }
  });

  test("the message tells the place, never the text", async () => {
    const [record] = await read('{"password": hunter2}');
    expect(record).toMatchObject({ raw: '{"password": hunter2}', line: 1, offset: 0 });
    expect(record).not.toMatchObject({ message: expect.stringContaining("hunter") });
  });

  test("bytes that are no UTF-8 are replaced", async () => {
    const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xc3]), Buffer.from(`"}\n${b}`)]);
    expect((await read(bytes)).map(gist)).toEqual([{ a: "\uFFFD\uFFFD" }, B]);
  });

  test("__proto__ is a key like any other", async () => {
    const [record] = await read('{"__proto__":{"awslogs":{"data":"x"}},"messageType":"x"}');
    expect(record?.kind === "record" && Object.keys(record.value)).toEqual(["__proto__", "messageType"]);
  });

  test("10,000 objects within each other are one record", async () => {
    const text = '{"a":'.repeat(10_000) + "1" + "}".repeat(10_000);
    expect(await read(`${text}\n${text}`)).toMatchObject([{ raw: text }, { raw: text, line: 2 }]);
  });
});

describe("places", () => {
  test.each([
    ["lines", `\uFEFF${b}\n\n{\n${a}\r\n  ${b}`, 4],
    ["an array", `\uFEFF[\n${b},${a},\n 1,\r\n${pretty(B)}, {`, 5],
    ["objects right after one another", `${b}${a} ${b}`, 3],
    ["a line of objects among lines", `${b}\n${b}${a}\n[${b}, ${a}]\n${b}`, 6],
  ])("of %s are where the text is", async (_name, text, count) => {
    const bytes = Buffer.from(text);
    const records = await read(text);
    expect(records).toHaveLength(count);
    for (const record of records) {
      const raw = record.kind === "skipped" ? "" : record.raw;
      const before = bytes.subarray(0, record.offset).toString();
      expect(bytes.subarray(record.offset).toString().startsWith(raw)).toBe(true);
      expect(record.line).toBe(before.split("\n").length);
    }
  });
});

describe("any objects, in any form, cut anywhere", () => {
  const key = fc.oneof(fc.string(), fc.constantFrom("é", "€😀", "\u2028", '"', "}{", '\\"', "[\n"));
  const object = fc.dictionary(key, fc.oneof(key, fc.jsonValue({ maxDepth: 2 })), {
    minKeys: 1,
    maxKeys: 3,
  });
  const forms: Record<string, (values: readonly object[]) => string> = {
    lines: (values) => values.map((value) => `${JSON.stringify(value)}\n`).join(""),
    "lines with CRLF": (values) => values.map((value) => JSON.stringify(value)).join("\r\n"),
    array: (values) => JSON.stringify(values),
    "pretty array": pretty,
    "pretty objects": (values) => values.map(pretty).join("\n"),
    "nothing between": (values) => values.map((value) => JSON.stringify(value)).join(""),
    "with a mark": (values) => `\uFEFF${JSON.stringify(values)}`,
    messages: (values) =>
      JSON.stringify({
        messageType: "DATA_MESSAGE",
        logEvents: values.map((value) => ({ message: JSON.stringify(value) })),
      }),
    export: (values) => values.map((value) => `2026-08-05T23:00:33.000Z ${JSON.stringify(value)}\n`).join(""),
  };
  test.each(Object.entries(forms))("%s", async (_name, write) => {
    const cases = fc.tuple(
      fc.array(object, { maxLength: 5 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
      fc.constantFrom((text: string) => Buffer.from(text), gzipSync, zstdCompressSync),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([values, places, compress]) => {
        const bytes = compress(write(values));
        const records = await read(
          bytes,
          places.map((place) => Math.floor(place * bytes.length)),
        );
        expect(records.map(gist)).toEqual(values.map((value) => parseJson(JSON.stringify(value))));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a truncated input", () => {
  const lines = Array.from({ length: 3_000 }, (_, at) => ({ at, text: `${(at * 7_919) % 3_001}é` }));
  const text = lines.map((line) => JSON.stringify(line)).join("\n");
  test.each([0.3, 0.7, 0.999])("delivers what comes before the cut: %d", async (part) => {
    const bytes = gzipSync(text);
    const { items, codes } = await drain(
      recordsOf(chunksOf(bytes.subarray(0, bytes.length * part)), "logs.gz"),
    );
    const records = items.flat();
    const last = records.pop();
    expect(codes).toEqual(["INPUT_CORRUPT logs.gz"]);
    expect(records.length).toBeGreaterThan(100);
    expect(records.map(gist)).toEqual(lines.slice(0, records.length));
    expect(last && gist(last)).toBe("RECORD_TRUNCATED");
  });

  test("with a last record that happens to be whole", async () => {
    const bytes = gzipSync(`${a}\n${b}`);
    const { items, codes } = await drain(recordsOf(chunksOf(bytes.subarray(0, -4)), "logs.gz"));
    expect(items.flat().map(gist)).toEqual([A, B]);
    expect(codes).toEqual(["INPUT_CORRUPT logs.gz"]);
  });
});

describe("a CloudTrail file", () => {
  const trail = Array.from({ length: 2_000 }, (_, at) => ({
    eventID: `${at}é`,
    eventTime: "2026-08-12T09:00:00Z",
  }));
  const line = JSON.stringify({ Records: trail });

  test("is read record by record, although it is one line", async () => {
    const { readable, writable } = new TransformStream<Buffer, Buffer>();
    const writer = writable.getWriter();
    const batches = recordsOf(readable, "stdin");
    const [batch] = await Promise.all([batches.next(), writer.write(Buffer.from(line).subarray(0, 70_000))]);
    expect(batch.value?.map(gist)).toEqual(trail.slice(0, batch.value?.length));
    await batches.return(undefined);
  });

  test("that is cut off delivers what comes before the cut", async () => {
    const bytes = gzipSync(line);
    const { items, codes } = await drain(
      recordsOf(chunksOf(bytes.subarray(0, bytes.length * 0.9)), "trail.gz"),
    );
    const records = items.flat().map(gist);
    expect(codes).toEqual(["INPUT_CORRUPT trail.gz"]);
    expect(records.pop()).toBe("RECORD_TRUNCATED");
    expect(records.length).toBeGreaterThan(100);
    expect(records).toEqual(trail.slice(0, records.length));
  });
});

test("a live stream's records come as soon as their lines are complete", async () => {
  const { readable, writable } = new TransformStream<Buffer, Buffer>();
  const writer = writable.getWriter();
  const batches = recordsOf(readable, "stdin");
  for (const [chunk, expected] of [
    [`${a}\n{"c`, A],
    [`":2}\n`, { c: 2 }],
    [`${b}\n`, B],
  ] as const) {
    const [batch] = await Promise.all([batches.next(), writer.write(Buffer.from(chunk))]);
    expect(batch.value?.map(gist)).toEqual([expected]);
  }
  await batches.return(undefined);
});
