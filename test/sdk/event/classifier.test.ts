import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../sdk/base/json.ts";
import { noneOf } from "../../../sdk/event/checks.ts";
import { classifier } from "../../../sdk/event/classifier.ts";
import { Decoding, own } from "../../../sdk/event/decoding.ts";
import { z } from "../../../sdk/event/index.ts";
import type { LogType } from "../../../sdk/event/log-type.ts";
import { recordDecoder } from "../../../sdk/event/record-decoder.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";

/**
 * A log type whose records have these keys. A text at the first is a field issue, and an empty one at the last says that
 * the record is of another.
 */
function logType(name: string, keys: readonly string[]): LogType {
  return {
    name,
    ...(keys.length > 0 && { keys }),
    decode(record, to) {
      for (const key of keys) if ((own(record, key) ?? null) === null) to.require(own(record, key), key);
      const [first = "a", last = first] = [keys[0], keys.at(-1)];
      to.integer(own(record, first), first, "int");
      if (keys.length > 1) to.valid(to.string(own(record, last), last), last, noneOf([""]));
      return {};
    },
    schema: () => z.object({}),
  };
}

const namesOf = (logTypes: readonly LogType[]) => logTypes.map(({ name }) => name);

const vpn = logType("Vpn", ["user", "gateway"]);
const door = logType("Door", ["user", "door"]);
const user = logType("User", ["user"]);
const any = logType("Any", []);

describe("the candidates", () => {
  const { candidates } = classifier([any, user, door, vpn]);

  test.each<[string, JsonObject, readonly string[]]>([
    ["have every key that they require in the record", { user: "amy", gateway: 1 }, ["Vpn", "User", "Any"]],
    [
      "with more keys come first, then those given first",
      { user: 0, door: "", gateway: false },
      ["Door", "Vpn", "User", "Any"],
    ],
    ["lack no key: null is as good as nothing", { user: null, gateway: 1 }, ["Any"]],
    ["of an empty record are those that require nothing", {}, ["Any"]],
  ])("%s", (_, record, names) => expect(namesOf(candidates(record))).toEqual(names));

  test("cannot have a text that none of their records has", () => {
    const [opened, shut] = ["open", "shut"].map((action) => ({
      ...logType(action, ["action"]),
      values: { action: [action], other: ["x"] },
    }));
    const { candidates: of } = classifier([
      opened as LogType,
      shut as LogType,
      { ...any, values: { action: ["shut"] } },
    ]);
    expect(namesOf(of({ action: "open" }))).toEqual(["open"]);
    expect(namesOf(of({ action: "shut", other: "x" }))).toEqual(["shut", "Any"]);
    expect(namesOf(of({ action: "shut", other: "y" }))).toEqual(["Any"]);
    // What is no text may be read as one.
    expect(namesOf(of({ action: 5 }))).toEqual(["open", "shut", "Any"]);
    expect(namesOf(of({}))).toEqual(["Any"]);
  });

  test("are told by the record's own keys, not by what every object answers to", () => {
    const hostile = ["__proto__", "constructor", "toString"].map((key) => logType(key, [key]));
    const { candidates: of } = classifier(hostile);
    expect(namesOf(of({}))).toEqual([]);
    expect(namesOf(of(JSON.parse('{"toString":1,"__proto__":{}}') as JsonObject))).toEqual([
      "__proto__",
      "toString",
    ]);
  });
});

test("the nearest are the three that lack the fewest keys, likeliest first", () => {
  const { nearest } = classifier([logType("Far", ["x", "y", "z"]), any, user, door, vpn]);
  expect(namesOf(nearest({ door: 1 }))).toEqual(["Any", "Door", "User"]);
  expect(namesOf(nearest({ user: 1, gateway: 1 }))).toEqual(["Vpn", "User", "Any"]);
});

const KEYS = "a b c d e f g h i j k l m n o p __proto__ constructor toString hasOwnProperty [] a.b ".split(
  " ",
);

const logTypes = fc
  .array(fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: 4 }), { minLength: 300, maxLength: 300 })
  .map((all) => all.map((keys, index) => logType(`T${index}`, keys)));

const record = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(null, 1, "x", "")), { maxLength: 12 })
  .map((entries) => Object.fromEntries(entries) as JsonObject);

/** Those with more keys first. */
function ranked(all: readonly LogType[]): readonly LogType[] {
  return all.toSorted((one, other) => (other.keys?.length ?? 0) - (one.keys?.length ?? 0));
}

/** The log type of a record: every one is tried, likeliest first. */
function choice(all: readonly LogType[], found: JsonObject, strict: boolean): string | undefined {
  const readings = ranked(all).map(({ name, decode }) => {
    const to = new Decoding();
    decode(found, to);
    return { name, to };
  });
  const taking = readings.filter(({ to }) => to.refusal === undefined && !(strict && to.issues.length > 0));
  return (taking.find(({ to }) => to.issues.length === 0) ?? taking[0])?.name;
}

test("property: of 300 log types a record is of the one that trying them all would find", () => {
  fc.assert(
    fc.property(
      logTypes,
      fc.array(record, { minLength: 20, maxLength: 20 }),
      fc.boolean(),
      (all, records, strict) => {
        const { candidates } = classifier(all);
        const decode = recordDecoder({ logTypes: all, strict, digest: sha256, clock: () => new Date(0) });
        for (const found of records) {
          const possible = ranked(all).filter(({ keys = [] }) =>
            keys.every((key) => (own(found, key) ?? null) !== null),
          );
          expect(namesOf(candidates(found))).toEqual(namesOf(possible));
          expect(decode(found).event?.p_log_type).toBe(choice(all, found, strict));
        }
      },
    ),
    { numRuns: 25 },
  );
});
