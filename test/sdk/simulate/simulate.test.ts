import { describe, expect, test } from "vitest";
import { principal } from "../../../sdk/bedrock/index.ts";
import type { AwsBedrockModelInvocation } from "../../../sdk/event/generated/aws-bedrock-model-invocation.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";
import { type LifeRecord, SCENARIOS, simulate, type SimulateOptions } from "../../../sdk/simulate/index.ts";
import { planAgenda } from "../../../sdk/simulate/life/agenda.ts";
import { DECOYS } from "../../../sdk/simulate/life/decoys/index.ts";
import { lifeStaff } from "../../../sdk/simulate/life/life-staff.ts";
import { DAY, eventOf, lifeOf, START } from "./life.ts";

const LIFE = lifeOf({ seed: 7 });
const EVENTS = LIFE.records.map((record) => ({ ...record, event: eventOf(record) }));
const BY_ROW = new Map(EVENTS.map((one) => [one.event.p_row_id, one]));
const { labels } = LIFE;

const textOf = (options: Partial<SimulateOptions>): string => {
  const life = lifeOf(options);
  return JSON.stringify([life.records, life.labels]);
};
const dayOf = ({ time }: LifeRecord): number => Math.floor((time - START) / DAY);

const principalsIn = (records: readonly LifeRecord[] = []): number =>
  new Set(records.map(({ record }) => JSON.stringify(record).match(/assumed-role\/([\w-]+)/)?.[1])).size;
const onDay = (day: number): number => LIFE.records.filter((record) => dayOf(record) === day).length;

describe("the logs", () => {
  test("are the same for the same options, and others for another seed or family of texts", () => {
    const text = textOf({ days: 10 });
    expect(textOf({ days: 10 })).toBe(text);
    expect(textOf({ days: 10, heldOut: true })).not.toBe(text);
    expect(textOf({ days: 1, seed: 2 })).not.toBe(textOf({ days: 1 }));
  });

  test("are in time order and fill each of their days", () => {
    const times = LIFE.records.map(({ time }) => time);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(LIFE.records.map(dayOf))).toEqual(new Set(Array.from({ length: 21 }, (_, day) => day)));
  });

  test("consist of events of both log types, each with an id of its own, and nothing that a schema refuses", () => {
    for (const { kind, event } of EVENTS) {
      expect(event.p_log_type).toBe(kind === "trail" ? "AWS.CloudTrail" : "AWS.BedrockModelInvocation");
      expect(event.p_field_issues).toBeUndefined();
    }
    expect(BY_ROW.size).toBe(EVENTS.length);
    expect(labels.records).toBe(EVENTS.length);
  });

  test("tell the time of each event as the simulation has it", () => {
    for (const { time, event } of EVENTS) expect(event.p_event_time.getTime()).toBe(time);
  });

  test("are made as they are read, however long they are", () => {
    const [first] = simulate({ seed: 1, digest: sha256, days: 365, scale: 100 }).records;
    expect(first?.time).toBeGreaterThanOrEqual(START);
  });

  test("last from one day to a year", () => {
    const day = lifeOf({ days: 1, scenarios: [] });
    expect(new Set(day.records.map(dayOf))).toEqual(new Set([0]));
    expect(day.labels).toMatchObject({
      days: 1,
      start: "2026-08-03T00:00:00.000Z",
      end: "2026-08-04T00:00:00.000Z",
    });
  });

  test("begin on the day that is asked for", () => {
    const { records, labels: told } = lifeOf({ days: 1, start: new Date("2027-01-05T15:00:00Z") });
    expect(told.start).toBe("2027-01-05T00:00:00.000Z");
    expect(records.every(({ time }) => time >= Date.parse("2027-01-05T00:00:00Z"))).toBe(true);
  });

  test("grow with the scale, by more principals and by busier ones", () => {
    const [small, large] = [1, 9].map((scale) => lifeOf({ days: 2, scale, scenarios: [] }));
    const ratio = (large?.records.length ?? 0) / (small?.records.length ?? 1);
    expect(ratio).toBeGreaterThan(4);
    expect(ratio).toBeLessThan(11);
    expect(principalsIn(large?.records) / principalsIn(small?.records)).toBeGreaterThan(2);
  });

  test("have quiet weekends", () => {
    expect(onDay(5) + onDay(6)).toBeLessThan((onDay(3) + onDay(4)) * 0.6);
  });
});

describe("the labels", () => {
  const labelled = [...labels.incidents, ...labels.decoys];

  test("name rows that are in the logs, within the time, accounts and principals that they tell", () => {
    for (const { id, rows, from, to, accounts, principals } of labelled) {
      const found = rows.map((row) => BY_ROW.get(row));
      expect(found, id).not.toContain(undefined);
      for (const { time, kind, record, event } of found.filter((one) => one !== undefined)) {
        expect.soft(time, id).toBeGreaterThanOrEqual(Date.parse(from));
        expect.soft(time, id).toBeLessThanOrEqual(Date.parse(to));
        expect.soft(accounts, id).toContain(kind === "trail" ? record.recipientAccountId : record.accountId);
        if (event.p_log_type === "AWS.BedrockModelInvocation")
          expect.soft(principals, id).toContain(principal(event as AwsBedrockModelInvocation).key);
      }
    }
  });

  test("claim no row twice", () => {
    const rows = labelled.flatMap(({ rows: own }) => own);
    expect(new Set(rows).size).toBe(rows.length);
  });

  test("tell of one variant of each scenario, none before the ninth day", () => {
    const placed = labels.incidents.map(({ scenario }) => scenario);
    const left = LIFE.unplaced.map((id) => id.split("/")[0]);
    expect(new Set([...placed, ...left])).toEqual(new Set(SCENARIOS.map(({ id }) => id)));
    expect(placed.length + left.length).toBe(SCENARIOS.length);
    for (const { from, to } of labels.incidents) {
      expect(Date.parse(from)).toBeGreaterThanOrEqual(START + 8 * DAY);
      expect(Date.parse(to)).toBeLessThanOrEqual(START + 21 * DAY);
    }
  });

  test("give every incident rows, or a silence", () => {
    for (const { id, rows, silences } of labels.incidents)
      expect(rows.length + silences.length, id).toBeGreaterThan(0);
  });

  test("tell of several decoys a week", () => {
    const weekly = labels.decoys.length / 3;
    expect(weekly).toBeGreaterThan(8);
    expect(weekly).toBeLessThan(35);
  });
});

describe("attacks", () => {
  const ordinary = lifeOf({ seed: 7, scenarios: [] });
  const attacked = new Set(labels.incidents.flatMap(({ rows }) => rows));

  test("change nothing in the ordinary records but what they silence", () => {
    const without = new Set(ordinary.records.map(({ record }) => JSON.stringify(record)));
    const strange = EVENTS.filter(
      ({ record, event }) => !attacked.has(event.p_row_id) && !without.has(JSON.stringify(record)),
    );
    expect(strange).toEqual([]);
  });

  test("keep silent what they silence", () => {
    const silences = labels.incidents.flatMap(({ silences: own, rows }) =>
      own.map((one) => ({ ...one, rows })),
    );
    for (const { account, region, from, to, missing, rows } of silences) {
      const own = new Set(rows);
      const there = EVENTS.filter(
        ({ kind, time, record }) =>
          kind === "invocation" &&
          record.accountId === account &&
          (region === undefined || record.region === region) &&
          time >= Date.parse(from) &&
          time < Date.parse(to),
      );
      if (missing === "records") expect(there.filter(({ event }) => !own.has(event.p_row_id))).toEqual([]);
      else expect(there.filter(({ record }) => JSON.stringify(record).includes("BodyJson"))).toEqual([]);
    }
  });

  test("can be chosen, or left out", () => {
    expect(ordinary.labels.incidents).toEqual([]);
    const [{ id, variants }] = SCENARIOS as [(typeof SCENARIOS)[number]];
    const [variant = ""] = Object.keys(variants);
    const chosen = lifeOf({ days: 12, scenarios: [`${id}/${variant}`] });
    expect(chosen.labels.incidents.map((one) => one.id)).toEqual([`${id}/${variant}`]);
    expect(() => lifeOf({ scenarios: ["model-enumeratoin"] })).toThrow(RangeError);
    expect(() => lifeOf({ scenarios: [`${id}/toString`] })).toThrow(RangeError);
  });

  test("that have no room are told of", () => {
    const short = lifeOf({ days: 8 });
    expect(short.labels.incidents).toEqual([]);
    expect(short.unplaced).toHaveLength(SCENARIOS.length);
  });
});

describe("ordinary life", () => {
  test("has every kind of decoy in a year", () => {
    const { engagements } = planAgenda(START, 365, 3, lifeStaff(1));
    const kinds = new Set(engagements.map(({ decoy }) => decoy.id));
    expect(DECOYS.filter(({ id }) => !kinds.has(id))).toEqual([]);
  });

  test("has holidays, on which hardly anybody works", () => {
    const holidays = LIFE.labels.decoys.filter(({ id }) => id === "holiday");
    const { holidays: year } = planAgenda(START, 365, 3, lifeStaff(1));
    expect(year.size).toBeGreaterThan(4);
    expect(year.size).toBeLessThan(25);
    for (const { from } of holidays) {
      const on = LIFE.records.filter(({ time }) => Math.floor(time / DAY) === Date.parse(from) / DAY);
      expect(on.length).toBeLessThan(700);
    }
  });

  test("has guarded answers, cut summaries, shell commands and documents in it", () => {
    const text = LIFE.records.map(({ record }) => JSON.stringify(record)).join("\n");
    for (const part of [
      '"amazon-bedrock-guardrailAction":"NONE"',
      '"actionReason":"No action."',
      '"stop_reason":"max_tokens"',
      "rm -rf node_modules",
      "<document title=",
    ])
      expect(text).toContain(part);
  });
});
