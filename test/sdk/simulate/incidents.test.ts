import { expect, test } from "vitest";
import { INCIDENTS, type InvocationRecord } from "../../../sdk/simulate/index.ts";
import { isClientError, LOG, ORDINARY, principalOf, START, tokensOf } from "./company-log.ts";

const recordsOf = (id: string): InvocationRecord[] =>
  LOG.filter(({ incident }) => incident === id).map(({ record }) => record);
const principals = (records: InvocationRecord[]): string[] => [...new Set(records.map(principalOf))];
const known = new Set(ORDINARY.map(({ record }) => principalOf(record)));

test("each happens in its time and under one principal", () => {
  for (const { id, from, to } of INCIDENTS) {
    const times = LOG.filter(({ incident }) => incident === id).map(({ time }) => time - START.getTime());
    expect(Math.min(...times)).toBeGreaterThanOrEqual(from);
    expect(Math.max(...times)).toBeLessThan(to);
    expect(principals(recordsOf(id))).toHaveLength(1);
  }
});

test("the error spike is one known key with 60 client errors over many models", () => {
  const records = recordsOf("error-spike");
  expect(records.filter(isClientError)).toHaveLength(60);
  expect(new Set(records.map(({ modelId }) => modelId)).size).toBeGreaterThanOrEqual(5);
  expect(principals(records).every((principal) => known.has(principal))).toBe(true);
});

test("the unknown identity is an API key that makes 15 ordinary calls", () => {
  const records = recordsOf("unknown-identity");
  expect(principals(records)).toEqual(["111122223333 user/BedrockAPIKey-q7xd"]);
  expect(known.has("111122223333 user/BedrockAPIKey-q7xd")).toBe(false);
  expect(records).toHaveLength(15);
  expect(records.filter(({ errorCode }) => errorCode)).toHaveLength(0);
  expect(records.map(tokensOf).reduce((a, b) => a + b)).toBeLessThan(500_000);
});

test("the token abuse is a known role that burns 4.5 million tokens over every operation", () => {
  const records = recordsOf("token-abuse");
  const tokens = records.map(tokensOf).reduce((a, b) => a + b);
  expect(tokens).toBeGreaterThan(4_300_000);
  expect(tokens).toBeLessThan(4_700_000);
  expect(new Set(records.map(({ operation }) => operation)).size).toBe(4);
  expect(records.some(({ input }) => input?.cacheReadInputTokenCount)).toBe(true);
  expect(records.filter(({ errorCode }) => errorCode)).toHaveLength(0);
  expect(principals(records).every((principal) => known.has(principal))).toBe(true);
});
