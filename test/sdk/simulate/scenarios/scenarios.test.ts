import { describe, expect, test } from "vitest";
import { BUILT_IN_LOG_TYPES } from "../../../../sdk/event/built-in-log-types.ts";
import { recordDecoder } from "../../../../sdk/event/record-decoder.ts";
import { sha256 } from "../../../../sdk/event/sha256.ts";
import type { JsonObject } from "../../../../sdk/event/index.ts";
import { FRAMEWORKS } from "../../../../sdk/rule/frameworks/frameworks.ts";
import { createRandom } from "../../../../sdk/simulate/random.ts";
import { SCENARIOS } from "../../../../sdk/simulate/scenarios/index.ts";
import { TEXTS } from "../../../../sdk/simulate/scenarios/texts/index.ts";
import { writeRecord } from "../../../../sdk/simulate/write-record.ts";
import { attack, stageOf, VARIANTS } from "./stage.ts";

const HOUR = 3_600_000;
const SEEDS = [1, 2, 3];
/** Variants whose texts stand in the log in another form; they plant both. */
const DISGUISED = /case|zero-width|homoglyphs|base64|full-width/;
/** Records of an attack that are decoded, at most. */
const DECODED = 40;
const decode = recordDecoder({ logTypes: BUILT_IN_LOG_TYPES, digest: sha256, clock: () => new Date(0) });

const asJson = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

/** What a log would have of an attack. */
function recordsOf(made: ReturnType<typeof attack>): { log: string; record: JsonObject; aside: unknown }[] {
  const random = createRandom(9);
  return [
    ...made.calls.map((call) => {
      const { record, sidecars } = writeRecord(call, random, 12);
      return { log: "AWS.BedrockModelInvocation", record: asJson(record), aside: sidecars };
    }),
    ...(made.trail ?? []).map(({ record }) => ({ log: "AWS.CloudTrail", record: asJson(record), aside: [] })),
  ];
}

test("there are many kinds of attack, each in three variants or more, under names of their own", () => {
  expect(SCENARIOS.length).toBeGreaterThanOrEqual(25);
  expect(new Set(SCENARIOS.map(({ id }) => id)).size).toBe(SCENARIOS.length);
  for (const { id, variants } of SCENARIOS) {
    expect([id, Object.keys(variants).length >= 3]).toEqual([id, true]);
    for (const name of [id, ...Object.keys(variants)]) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  }
});

test("each names techniques that there are", () => {
  const known = new Set([...FRAMEWORKS.values()].flatMap(({ techniques }) => [...techniques.keys()]));
  const named = SCENARIOS.flatMap(({ techniques }) => techniques);
  expect(named.filter((technique) => !known.has(technique))).toEqual([]);
  expect(SCENARIOS.every(({ techniques }) => techniques.length > 0)).toBe(true);
});

describe.each([false, true])("with the held-out lists: %s", (heldOut) => {
  const stage = stageOf(heldOut);

  test.each(VARIANTS)("%s lies within its stage, in whole seconds", (_name, scenario, variant) => {
    for (const seed of SEEDS) {
      const { calls, trail = [], silences = [] } = attack(scenario, variant, heldOut, seed);
      const times = [...calls, ...trail].map(({ time }) => time);
      expect(times.length + silences.length).toBeGreaterThan(0);
      for (const time of [...times, ...silences.map(({ from }) => from)]) {
        expect(time % 1_000).toBe(0);
        expect(time).toBeGreaterThanOrEqual(stage.at);
        expect(time).toBeLessThan(stage.at + 72 * HOUR);
      }
      for (const { from, to } of silences) {
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(stage.at + 72 * HOUR);
      }
    }
  });

  test.each(VARIANTS)("%s becomes events without an issue", (_name, scenario, variant) => {
    const made = attack(scenario, variant, heldOut, 1);
    const step = Math.ceil(made.calls.length / DECODED);
    const calls = made.calls.filter((_call, at) => at % step === 0);
    for (const { log, record } of recordsOf({ ...made, calls })) {
      const decoded = decode(record);
      if (!("unknown" in decoded)) throw new Error(JSON.stringify(decoded));
      expect(decoded.event.p_log_type).toBe(log);
      expect(decoded.event.p_field_issues).toBeUndefined();
      expect([...decoded.unknown]).toEqual([]);
      expect(JSON.stringify(record["input"] ?? null).length).toBeLessThan(100_000);
      expect(JSON.stringify(record["output"] ?? null).length).toBeLessThan(100_000);
    }
  });

  test.each(VARIANTS)(
    "%s is the same for the same seed and another for another",
    (_name, scenario, variant) => {
      const [one, same, another] = [1, 1, 2].map((seed) =>
        JSON.stringify(attack(scenario, variant, heldOut, seed)),
      );
      expect(same).toBe(one);
      expect(another).not.toBe(one);
    },
  );

  test.each(VARIANTS)("%s plants what it says", (_name, scenario, variant) => {
    const made = attack(scenario, variant, heldOut, 1);
    const written = JSON.stringify(made.calls);
    const isWritten = (text: string): boolean => written.includes(JSON.stringify(text).slice(1, -1));
    for (const text of made.planted ?? []) expect(text.length).toBeGreaterThanOrEqual(20);
    expect((made.planted ?? []).filter((text) => !isWritten(text) && !DISGUISED.test(variant))).toEqual([]);
    const planted = new Set(made.planted);
    const left = made.calls.flatMap(({ exchange, bodies }) => {
      const { prompt = "", answer = "" } = bodies === "none" ? {} : (exchange ?? {});
      return [prompt, answer].filter((text) => text.length >= 20 && !planted.has(text));
    });
    expect(left).toEqual([]);
  });
});

describe("the lists of texts", () => {
  test.each(Object.entries(TEXTS))(
    "%s: twelve or more of each, none in both",
    (_name, { development, heldOut }) => {
      expect(new Set(development).size).toBeGreaterThanOrEqual(12);
      expect(new Set(heldOut).size).toBeGreaterThanOrEqual(12);
      expect(development.filter((text) => heldOut.includes(text))).toEqual([]);
    },
  );
});
