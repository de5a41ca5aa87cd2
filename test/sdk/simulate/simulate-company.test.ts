import { describe, expect, test } from "vitest";
import {
  type SimulatedRecord,
  type SimulationOptions,
  simulateCompany,
} from "../../../sdk/simulate/index.ts";
import {
  DAY,
  isClientError,
  isServerError,
  LOG,
  MINUTE,
  ORDINARY,
  peaks,
  principalOf,
  START,
  tokensOf,
} from "./company-log.ts";

const twoDays: SimulationOptions = { seed: 5, start: START, days: 2 };
const text = (options: SimulationOptions): string => JSON.stringify([...simulateCompany(options)]);

const size = (more: Partial<SimulationOptions>): number => text({ ...twoDays, days: 1, ...more }).length;
const recordsOn = (day: number): number =>
  LOG.filter(({ time }) => Math.floor((time - START.getTime()) / DAY) === day).length;
const principals = (log: readonly SimulatedRecord[]): string[] =>
  [...new Set(log.map(({ record }) => principalOf(record)))].toSorted();

describe("the log", () => {
  test("is the same for the same seed and another for another", () => {
    expect(text(twoDays)).toBe(text(twoDays));
    expect(text({ ...twoDays, seed: 6 })).not.toBe(text(twoDays));
  });

  test("is in time order, within its days, and every request has an id of its own", () => {
    expect(LOG.map(({ time }) => time)).toEqual(LOG.map(({ time }) => time).toSorted((a, b) => a - b));
    expect(LOG.every(({ time, record }) => Date.parse(record.timestamp) === time)).toBe(true);
    expect(LOG[0]?.time).toBeGreaterThanOrEqual(START.getTime());
    expect(LOG.at(-1)?.time).toBeLessThan(START.getTime() + 14 * DAY);
    expect(new Set(LOG.map(({ record }) => record.requestId)).size).toBe(LOG.length);
  });

  test("is made as it is read, however long it is", () => {
    const [first] = simulateCompany({ ...twoDays, days: 1_000_000 });
    expect(first?.record.schemaType).toBe("ModelInvocationLog");
  });

  test("has about ten thousand records and a quiet weekend", () => {
    expect(LOG.length).toBeGreaterThan(10_000);
    expect(LOG.length).toBeLessThan(14_000);
    expect(recordsOn(5)).toBeLessThan(recordsOn(4) / 3);
  });

  test("keeps its ordinary traffic where the incidents are left out", () => {
    expect(text({ seed: 20_260_803, start: START, days: 14, incidents: false })).toBe(
      JSON.stringify(ORDINARY),
    );
  });

  test("grows with the scale and with the words of a body", () => {
    expect(size({ scale: 3 })).toBeGreaterThan(2.5 * size({}));
    expect(size({ scale: 0.5 })).toBeLessThan(0.7 * size({}));
    expect(size({ bodyWords: 270 })).toBeGreaterThan(2.5 * size({}));
  });
});

describe("the records", () => {
  const records = LOG.map(({ record }) => record);

  test("come from every operation, account and region, and in every profile", () => {
    expect(new Set(records.map(({ operation }) => operation)).size).toBe(4);
    expect(new Set(records.map(({ accountId }) => accountId)).size).toBe(2);
    expect(new Set(records.map(({ region }) => region)).size).toBe(3);
    expect(records.some(({ input }) => input?.inputBodyS3Path)).toBe(true);
    expect(records.some(({ output }) => output?.outputBodyS3Path)).toBe(true);
    expect(records.some(({ input }) => input?.inputTokenCount && !("inputBodyJson" in input))).toBe(true);
    expect(records.some(({ errorCode, input }) => errorCode && !input)).toBe(true);
    expect(records.some(({ errorCode, input }) => errorCode && input)).toBe(true);
    expect(records.some(({ inferenceRegion }) => inferenceRegion)).toBe(true);
    expect(records.some(({ requestMetadata }) => requestMetadata)).toBe(true);
  });

  test("carry no bodies and no counts where the call failed", () => {
    for (const { errorCode, input = {}, output = {} } of records) {
      if (errorCode) expect([input, output]).toEqual([{}, {}]);
    }
  });

  test("start with the schema or end with it, by region", () => {
    const ends = new Set(records.map((record) => `${Object.keys(record)[0]} ${Object.keys(record).at(-1)}`));
    expect(ends).toContain("timestamp schemaVersion");
    expect([...ends].some((pair) => pair.startsWith("schemaType"))).toBe(true);
  });

  test("point to each body that is kept aside", () => {
    for (const { record, sidecars = [] } of LOG) {
      const paths = [record.input?.inputBodyS3Path, record.output?.outputBodyS3Path].filter((path) => path);
      expect(paths.map((path) => path?.replace(/^s3:\/\/[^/]+\//, ""))).toEqual(
        sidecars.map(({ key }) => key),
      );
    }
  });
});

describe("the ordinary traffic", () => {
  test("has every principal in it by the third day", () => {
    const early = ORDINARY.filter(({ time }) => time < START.getTime() + 3 * DAY);
    expect(principals(early)).toEqual(principals(ORDINARY));
  });

  test.each([1, 5])("stays below what a rule should find, at scale %d", (scale) => {
    const log = scale === 1 ? ORDINARY : [...simulateCompany({ ...twoDays, scale })];
    const errors = peaks(log, 15 * MINUTE, principalOf, (record) => Number(isClientError(record)));
    expect(Math.max(...errors.values())).toBeLessThanOrEqual(6);
    for (const [principal, tokens] of peaks(log, 60 * MINUTE, principalOf, tokensOf)) {
      const cached = /Engineer|remote-coder/.test(principal);
      expect.soft(tokens, principal).toBeLessThan(cached ? 1_200_000 : 800_000);
    }
  });

  test("has an outage of the service itself on day 8", () => {
    const failed = peaks(
      ORDINARY,
      10 * MINUTE,
      ({ region }) => region,
      (record) => Number(isServerError(record)),
    );
    expect(failed.get("us-east-1")).toBeGreaterThanOrEqual(80);
  });

  test("moves to newer models after six days", () => {
    const old = ORDINARY.filter(
      ({ record }) => record.modelId === "us.anthropic.claude-sonnet-4-20250514-v1:0",
    );
    expect(old.length).toBeGreaterThan(100);
    expect(
      old.every(({ time, record }) => time < START.getTime() + 6 * DAY + 60 * MINUTE || record.errorCode),
    ).toBe(true);
  });
});
