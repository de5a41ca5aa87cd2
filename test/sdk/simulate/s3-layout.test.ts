import { gunzipSync, strFromU8 } from "fflate";
import { expect, test } from "vitest";
import { type InvocationRecord, type S3Object, s3Layout } from "../../../sdk/simulate/index.ts";
import { LOG, MINUTE } from "./company-log.ts";

const OBJECTS = [...s3Layout(LOG, { seed: 1, level: 1 })];
const isLog = ({ key }: S3Object): boolean => /\/\d{8}T\d{9}Z_[\da-f]{16}\.json\.gz$/.test(key);
const linesOf = ({ bytes }: S3Object): InvocationRecord[] =>
  strFromU8(gunzipSync(bytes))
    .trimEnd()
    .split("\n")
    .map((line): InvocationRecord => JSON.parse(line));
const DELIVERED = OBJECTS.filter(isLog).map((object) => ({ key: object.key, records: linesOf(object) }));

test("delivers every record, a few of them twice and in two objects", () => {
  const objects = new Map<string, string[]>();
  for (const { key, records } of DELIVERED) {
    for (const { requestId } of records) objects.set(requestId, [...(objects.get(requestId) ?? []), key]);
  }
  expect(objects.size).toBe(LOG.length);
  const twice = [...objects.values()].filter((keys) => keys.length === 2);
  expect(twice.length).toBeGreaterThan(10);
  expect(twice.length).toBeLessThan(80);
  expect(twice.every(([first, second]) => first !== second)).toBe(true);
});

test("names each object after its account, region and hour of delivery, soon after its last event", () => {
  for (const { key, records } of DELIVERED) {
    const [, account, region, folder, stamp = ""] =
      /^AWSLogs\/(\d{12})\/BedrockModelInvocationLogs\/([^/]+)\/([\d/]+)\/(\d{8}T\d{9}Z)_/.exec(key) ?? [];
    const delivered = stamp.replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/,
      "$1-$2-$3T$4:$5:$6.$7Z",
    );
    expect(folder).toBe(delivered.slice(0, 13).replaceAll(/[-T]/g, "/"));
    expect(records.every((record) => record.accountId === account && record.region === region)).toBe(true);
    const delay = Date.parse(delivered) - Math.max(...records.map(({ timestamp }) => Date.parse(timestamp)));
    expect(delay).toBeGreaterThanOrEqual(20_000);
    expect(delay).toBeLessThanOrEqual(300_000);
  }
});

test("puts late events of an hour into the next hour's object, never more than 15 minutes of them", () => {
  const leads = DELIVERED.map(({ key, records }) => {
    const [year, month, day, hour] = key.split("/").slice(4);
    const opened = Date.parse(`${year}-${month}-${day}T${hour}:00:00Z`);
    return opened - Math.min(...records.map(({ timestamp }) => Date.parse(timestamp)));
  });
  expect(Math.max(...leads)).toBeGreaterThan(0);
  expect(Math.max(...leads)).toBeLessThan(15 * MINUTE);
});

test("leaves the lines of an object a few seconds out of order", () => {
  const steps = DELIVERED.flatMap(({ records }) => {
    const times = records.map(({ timestamp }) => Date.parse(timestamp));
    return times.slice(1).map((time, index) => time - (times[index] ?? time));
  });
  expect(steps.some((step) => step < 0)).toBe(true);
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(-4_000);
});

test("keeps bodies aside and checks its permission once per account and region", () => {
  const sidecars = LOG.flatMap((simulated) => simulated.sidecars ?? []);
  const keys = OBJECTS.filter(({ key }) => key.includes("/data/")).map(({ key }) => key);
  expect(keys).toEqual(sidecars.map(({ key }) => key));
  const checks = OBJECTS.filter(({ key }) => key.endsWith("/amazon-bedrock-logs-permission-check"));
  expect(checks.map(({ bytes }) => bytes.length)).toEqual([0, 0, 0, 0]);
});

test("closes an object after the largest number of records that it is given", () => {
  const objects = [...s3Layout(LOG.slice(0, 500), { seed: 1, level: 1, maxRecords: 20 })].filter(isLog);
  expect(Math.max(...objects.map((object) => linesOf(object).length))).toBe(20);
});
