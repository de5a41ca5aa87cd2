import { describe, expect, test } from "vitest";
import { attributionBy } from "../../../sdk/score/attribution.ts";
import { alert, incident, labels, minute, rows } from "./made.ts";

/** The ids of the incidents and of the decoy that an alert belongs to. */
function ownersOf(one: ReturnType<typeof alert>, all: Parameters<typeof labels>[0]) {
  const { incidents, decoy } = attributionBy(labels(all))(one);
  return { incidents: incidents.map(({ id }) => id), decoy: decoy?.id };
}

const theft = incident("theft/slow");
const probe = incident("probe/fast");
const drill = { id: "load-test", title: "A load test", rows: rows("drill", 30) };
const all = { incidents: [theft, probe], decoys: [drill] };

describe("an alert belongs to an incident if at least a tenth of its rows do", () => {
  test.each([
    { name: "all rows", eventIds: rows("theft", 10), incidents: ["theft/slow"] },
    { name: "one of ten", eventIds: ["theft-0", ...rows("other", 9)], incidents: ["theft/slow"] },
    { name: "one of eleven", eventIds: ["theft-0", ...rows("other", 10)], incidents: [] },
    {
      name: "ten of a hundred",
      eventIds: [...rows("theft", 10), ...rows("other", 90)],
      incidents: ["theft/slow"],
    },
    {
      name: "two incidents at once",
      eventIds: ["theft-0", "probe-0"],
      incidents: ["theft/slow", "probe/fast"],
    },
    { name: "nothing of any", eventIds: rows("other", 3), incidents: [] },
    { name: "no rows at all", eventIds: [], incidents: [] },
    { name: "names that every object has", eventIds: ["constructor", "__proto__"], incidents: [] },
  ])("$name", ({ eventIds, incidents }) => {
    expect(ownersOf(alert(eventIds), all).incidents).toEqual(incidents);
  });
});

test("whose events came last before a silence is chance, so an alert of an absence does not belong to their incident", () => {
  const last = alert(["theft-9"], { threshold: { measure: "absence" } });
  expect(ownersOf(last, all).incidents).toEqual([]);
});

test("an alert that says that a rule failed belongs to nothing", () => {
  expect(ownersOf(alert(rows("theft", 10), { type: "RULE_ERROR" }), all)).toEqual({ incidents: [] });
});

describe("a decoy gives its name to what is of it", () => {
  const walk = { id: "walk", title: "A walk", rows: rows("walk", 5) };
  test.each([
    { name: "a tenth", eventIds: ["drill-0", ...rows("other", 9)], decoy: "load-test" },
    { name: "less", eventIds: ["drill-0", ...rows("other", 10)], decoy: undefined },
    { name: "the larger part of two", eventIds: ["walk-0", "drill-0", "drill-1"], decoy: "load-test" },
  ])("$name", ({ eventIds, decoy }) => {
    expect(ownersOf(alert(eventIds), { decoys: [walk, drill] }).decoy).toBe(decoy);
  });
});

const silence = { account: "111122223333", from: minute(60), to: minute(120), missing: "records" as const };

/** An incident that is nothing but a silence of an hour. */
function quiet(differs: object = {}) {
  return incident("quiet/all", { rows: [], silences: [{ ...silence, ...differs }] });
}

/** An alert in the middle of it: nothing is heard of an account and a region any more. */
function heartbeat(differs: object = {}) {
  return alert(rows("other", 5), {
    threshold: { measure: "absence" },
    createdAt: minute(90),
    dedup: "111122223333 eu-central-1",
    ...differs,
  });
}

const DAY = 24 * 60;

describe("an alert of an absence tells of records that are missing", () => {
  test.each([
    { name: "in its time", one: heartbeat(), is: true },
    { name: "at its first moment", one: heartbeat({ createdAt: minute(60) }), is: true },
    { name: "before it", one: heartbeat({ createdAt: minute(60) - 1 }), is: false },
    { name: "a day after its end", one: heartbeat({ createdAt: minute(120 + DAY) }), is: true },
    { name: "later", one: heartbeat({ createdAt: minute(120 + DAY) + 1 }), is: false },
    { name: "of another account", one: heartbeat({ dedup: "444455556666 eu-central-1" }), is: false },
    {
      name: "with the account among what its events name",
      one: heartbeat({ dedup: "all", entities: { p_any_aws_account_ids: ["111122223333"] } }),
      is: true,
    },
    { name: "that counts events", one: heartbeat({ threshold: { measure: "count" } }), is: false },
    {
      name: "of a correlation that waited for a step",
      one: heartbeat({ threshold: { measure: "steps" }, steps: [{}, { absent: true }] }),
      is: true,
    },
    {
      name: "of a correlation whose steps all came",
      one: heartbeat({ threshold: { measure: "steps" }, steps: [{}, {}] }),
      is: false,
    },
    { name: "of the silent region", one: heartbeat(), of: { region: "eu-central-1" }, is: true },
    { name: "of another region", one: heartbeat(), of: { region: "us-east-1" }, is: false },
    {
      name: "that names no region",
      one: heartbeat({ dedup: "111122223333" }),
      of: { region: "us-east-1" },
      is: true,
    },
    { name: "where only bodies are missing", one: heartbeat(), of: { missing: "bodies" }, is: false },
  ])("$name: $is", ({ one, of, is }) => {
    expect(ownersOf(one, { incidents: [quiet(of)] }).incidents).toEqual(is ? ["quiet/all"] : []);
  });
});
