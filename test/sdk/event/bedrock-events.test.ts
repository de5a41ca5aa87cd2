import * as fc from "fast-check";
import { expect, expectTypeOf, test } from "vitest";
import type { z } from "zod";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../sdk/base/json.ts";
import {
  type AwsBedrockModelInvocation,
  awsBedrockModelInvocation,
} from "../../../sdk/event/generated/aws-bedrock-model-invocation.ts";
import type { EventOf, LogTypeName } from "../../../sdk/event/log-types.ts";
import type { OwnFields } from "../../../sdk/event/log-type.ts";
import { recordDecoder } from "../../../sdk/event/record-decoder.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";
import type { StandardFields } from "../../../sdk/event/standard-fields.ts";
import { INDICATORS } from "../../../sdk/schema/indicator.ts";
import { SCANNERS } from "../../../sdk/event/indicators.ts";

type Event = AwsBedrockModelInvocation;

test("the event's types", () => {
  expectTypeOf<"AWS.BedrockModelInvocation">().toExtend<LogTypeName>();
  expectTypeOf<EventOf<"AWS.BedrockModelInvocation">["timestamp"]>().toEqualTypeOf<Date>();
  expectTypeOf<Event>().toExtend<StandardFields>();
  expectTypeOf<Event["accountId"]>().toEqualTypeOf<string>();
  expectTypeOf<Event["errorCode"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<NonNullable<Event["input"]>["inputBodyJson"]>().toEqualTypeOf<JsonValue | undefined>();
  expectTypeOf<z.output<ReturnType<typeof awsBedrockModelInvocation.schema>>>().toEqualTypeOf<
    OwnFields<Event>
  >();

  const check = (event: Event) => {
    // @ts-expect-error modelID is modelId
    void event.modelID;
    // @ts-expect-error outputBodyJSON is outputBodyJson
    void event.output?.outputBodyJSON;
    // @ts-expect-error input may be absent
    void event.input.inputTokenCount;
    // @ts-expect-error an event is read-only
    event.modelId = "other";
    // @ts-expect-error and so is what is in it
    if (event.identity) event.identity.arn = "other";
    // @ts-expect-error and the lists
    event.p_any_aws_arns?.push("other");
    // @ts-expect-error and the JSON
    if (isJsonObject(event.requestMetadata)) event.requestMetadata.team = "other";
  };
  expectTypeOf(check).returns.toBeVoid();
});

test("every indicator of the schema language has its scanner", () => {
  expect(Object.keys(SCANNERS)).toEqual([...INDICATORS]);
});

const decode = recordDecoder({
  logTypes: [awsBedrockModelInvocation],
  digest: sha256,
  clock: () => new Date(0),
});

const text = fc.string({ maxLength: 8 });
const count = fc.nat();
const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>;
const arn = fc.constantFrom("arn:aws:iam::111122223333:root", "arn:aws:sts::1:assumed-role/a/b@c.d", "x");

/** Right values for every field of the schema. */
const RIGHT: { readonly [path: string]: fc.Arbitrary<JsonValue> } = {
  ...Object.fromEntries(
    "accountId errorCode inferenceRegion modelId operation region requestId schemaType schemaVersion status"
      .concat(
        " input.inputContentType input.inputBodyS3Path output.outputContentType output.outputBodyS3Path",
      )
      .concat(" output.outputVideoS3Path performanceConfig.latency")
      .split(" ")
      .map((path) => [path, text]),
  ),
  ...Object.fromEntries(
    "input.cacheReadInputTokenCount input.cacheWriteInputTokenCount input.inputTokenCount output.outputTokenCount"
      .concat(" output.outputVideoFramesPerSecond output.outputVideoHeight output.outputVideoWidth")
      .split(" ")
      .map((path) => [path, count]),
  ),
  "identity.arn": arn,
  "input.inputBodyJson": json,
  "output.outputBodyJson": json,
  "output.outputVideoDurationSeconds": fc.double({ noNaN: true, noDefaultInfinity: true }),
  timestamp: fc.constantFrom("2026-08-03T22:54:46Z", "2026-08-03 22:54:46.123456789"),
  requestMetadata: json,
};

/** A field that is absent, null, right or anything: mostly right, so that most records become events. */
const field = (right: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue | undefined> =>
  fc.oneof(
    { arbitrary: right, weight: 12 },
    { arbitrary: fc.constantFrom(undefined, null), weight: 1 },
    json,
  );

const record = fc
  .record(Object.fromEntries(Object.entries(RIGHT).map(([path, right]) => [path, field(right)])))
  .chain((fields) =>
    fc
      .record(Object.fromEntries(OBJECTS.map((name) => [name, field(fc.constant(nested(fields, name)))])))
      .map((objects) => ({ ...nested(fields), ...objects })),
  )
  // As a source delivers it: parsed, so that what is undefined is absent.
  .map((fields) => JSON.parse(JSON.stringify(fields)) as JsonObject);

/** Fields of a type for which empty text says nothing. */
const BLANK = new Set(Object.keys(RIGHT).filter((path) => /Count|outputVideo(?!S3)|timestamp/.test(path)));

const OBJECTS = ["identity", "input", "output", "performanceConfig"];

/** The fields of one object, or those at the top. */
function nested(fields: { readonly [path: string]: JsonValue | undefined }, object?: string): JsonObject {
  const entries = Object.entries(fields).map(([path, value]) => [path.split("."), value] as const);
  return object === undefined
    ? Object.fromEntries(entries.flatMap(([[name = "", inner], value]) => (inner ? [] : [[name, value]])))
    : Object.fromEntries(
        entries.flatMap(([[name, inner], value]) => (inner && name === object ? [[inner, value]] : [])),
      );
}

function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((found, key) => {
    const isThere = typeof found === "object" && found !== null && Object.hasOwn(found, key);
    return isThere ? (found as Record<string, unknown>)[key] : undefined;
  }, value);
}

test("property: decoding never throws, and every field is decoded, absent, or an issue; nothing else is there", () => {
  let events = 0;
  fc.assert(
    fc.property(record, (fields) => {
      const { event } = decode(fields);
      if (event === undefined) return;
      events++;
      const issues = new Set(event.p_field_issues?.map(({ path }) => path));
      for (const path of [...OBJECTS, ...Object.keys(RIGHT)]) {
        const value = at(fields, path);
        const isAbsent = value === undefined || value === null || (value === "" && BLANK.has(path));
        const found = Number(at(event, path) !== undefined) + Number(issues.has(path));
        expect([path, found]).toEqual([path, isAbsent ? 0 : 1]);
        issues.delete(path);
      }
      expect([...issues]).toEqual([]);
      const known = new Set([...OBJECTS, ...Object.keys(RIGHT)]);
      for (const key of Object.keys(event)) expect(key.startsWith("p_") || known.has(key)).toBe(true);
      for (const object of OBJECTS)
        for (const key of Object.keys(at(event, object) ?? {}))
          expect(known.has(`${object}.${key}`)).toBe(true);
      expect(awsBedrockModelInvocation.schema().safeParse(event).error).toBeUndefined();
    }),
    { numRuns: 500 },
  );
  expect(events).toBeGreaterThan(100);
});

test("property: a record becomes an event exactly when its required fields fit", () => {
  fc.assert(
    fc.property(record, (fields) => {
      const fits = isText(fields.accountId) && isText(fields.modelId);
      const isTime = typeof fields.timestamp === "string" && fields.timestamp.startsWith("2026-");
      expect(decode(fields).event !== undefined).toBe(fits && isTime);
    }),
    { numRuns: 300 },
  );
});

test("property: any JSON object at all is an event or a refusal", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), (fields) => {
      const decoded = decode(JSON.parse(JSON.stringify(fields)) as JsonObject);
      expect(decoded.event === undefined ? decoded.code : "event").toBe("RECORD_NOT_CLASSIFIED");
    }),
  );
});

function isText(value: unknown): boolean {
  if (typeof value === "number") return !Number.isInteger(value) || Number.isSafeInteger(value);
  return typeof value === "string" || typeof value === "boolean";
}
