import { gunzipSync, strFromU8 } from "fflate";
import { expect, test } from "vitest";
import type { JsonObject } from "../../../sdk/base/json.ts";
import { lifeLayout } from "../../../sdk/simulate/index.ts";
import { lifeOf } from "./life.ts";

const { records } = lifeOf({ days: 3, scenarios: [] });
const OBJECTS = [...lifeLayout(records, 1)];
const TRAIL =
  /^AWSLogs\/(\d{12})\/CloudTrail\/([\w-]+)\/\d{4}\/\d\d\/\d\d\/\1_CloudTrail_\2_\d{8}T\d{4}Z_[\da-f]{16}\.json\.gz$/;

const idsOf = (kind: "invocation" | "trail", key: string): string[] =>
  records.flatMap((one) => (one.kind === kind ? [(one.record as JsonObject)[key] as string] : []));

test("delivers every record of the trail in an envelope of its account, region and hour, a few of them twice", () => {
  const objects = OBJECTS.filter(({ key }) => TRAIL.test(key));
  const delivered = objects.flatMap(({ key, bytes }) => {
    const [, account, region] = TRAIL.exec(key) ?? [];
    const envelope: { Records: Record<string, string>[] } = JSON.parse(strFromU8(gunzipSync(bytes)));
    for (const { recipientAccountId = account, awsRegion } of envelope.Records)
      expect([recipientAccountId, awsRegion]).toEqual([account, region]);
    return envelope.Records.map(({ eventID }) => eventID);
  });
  const ids = idsOf("trail", "eventID");
  expect(new Set(delivered)).toEqual(new Set(ids));
  expect(delivered.length).toBeGreaterThanOrEqual(ids.length);
  expect(delivered.length).toBeLessThan(ids.length * 1.03);
});

test("delivers every record of the invocation log, with sidecars and the checks of permission", () => {
  const keys = OBJECTS.map(({ key }) => key);
  const lines = OBJECTS.filter(({ key }) =>
    /BedrockModelInvocationLogs\/.*\/\d{8}T\d{9}Z_/.test(key),
  ).flatMap(({ bytes }) => strFromU8(gunzipSync(bytes)).trimEnd().split("\n"));
  const ids = lines.map((line) => String(JSON.parse(line).requestId));
  expect(new Set(ids)).toEqual(new Set(idsOf("invocation", "requestId")));
  expect(keys.filter((key) => key.includes("/data/")).length).toBeGreaterThan(0);
  expect(keys.filter((key) => key.endsWith("/amazon-bedrock-logs-permission-check"))).toHaveLength(4);
  expect(new Set(keys).size).toBe(keys.length);
});

test("keeps no more of the trail than the hours that are being filled", () => {
  let read = 0;
  let first: number | undefined;
  function* counted(): Generator<(typeof records)[number]> {
    for (const record of records) {
      read += 1;
      yield record;
    }
  }
  for (const { key } of lifeLayout(counted(), 1)) if (TRAIL.test(key)) first ??= read;
  expect(first).toBeLessThan(records.length / 10);
});
