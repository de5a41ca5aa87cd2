import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../sdk/base/json.ts";
import { transformation, type TransformationPlan } from "../../../sdk/event/transformation.ts";

/** What a plan makes of a record, as text of JSON, so that keys and their order count. */
function transformed(plan: TransformationPlan, json: string): string {
  const record = JSON.parse(json) as JsonObject;
  const text = JSON.stringify(transformation(plan)(record));
  expect(JSON.stringify(record)).toBe(json);
  return text;
}

describe("a rename", () => {
  test.each<[string, NonNullable<TransformationPlan["rename"]>, string, string]>([
    ["takes the value and its key away", [["user", "usr"]], '{"usr":"amy"}', '{"user":"amy"}'],
    ["takes any value", [["user", "usr"]], '{"usr":{"id":[1]}}', '{"user":{"id":[1]}}'],
    ["goes before the field's own value", [["user", "usr"]], '{"user":"old","usr":"amy"}', '{"user":"amy"}'],
    ["without a source leaves the own value", [["user", "usr"]], '{"user":"amy"}', '{"user":"amy"}'],
    [
      "of null leaves it too, and null is gone",
      [["user", "usr"]],
      '{"user":"amy","usr":null}',
      '{"user":"amy"}',
    ],
    [
      "and another can swap two values",
      [
        ["a", "b"],
        ["b", "a"],
      ],
      '{"a":1,"b":2}',
      '{"a":2,"b":1}',
    ],
    [
      "hands on what was there, not what one before it put there",
      [
        ["a", "b"],
        ["c", "a"],
      ],
      '{"a":1,"b":2}',
      '{"a":2,"c":1}',
    ],
    ["reads a key, not a path", [["a", "b.c"]], '{"b":{"c":1},"b.c":2}', '{"b":{"c":1},"a":2}'],
    ["reads nothing that objects inherit", [["a", "constructor"]], "{}", "{}"],
    ["can put a value at any key", [["__proto__", "a"]], '{"a":{"b":1}}', '{"__proto__":{"b":1}}'],
    ["can take it from any", [["a", "__proto__"]], '{"__proto__":{"b":1}}', '{"a":{"b":1}}'],
  ])("%s", (_, rename, json, text) => expect(transformed({ rename }, json)).toBe(text));
});

describe("a copy", () => {
  test.each<[string, NonNullable<TransformationPlan["copy"]>, string, string]>([
    ["leaves what it takes", [["id", ["user", "id"]]], '{"user":{"id":7}}', '{"user":{"id":7},"id":7}'],
    ["goes before the field's own value", [["id", ["a"]]], '{"id":1,"a":2}', '{"id":2,"a":2}'],
    ["of null leaves the own value", [["id", ["a"]]], '{"id":1,"a":null}', '{"id":1,"a":null}'],
    [
      "finds nothing in a text or an array",
      [
        ["id", ["a", "0"]],
        ["n", ["t", "length"]],
      ],
      '{"a":[1],"t":"x"}',
      '{"a":[1],"t":"x"}',
    ],
    ["finds nothing that objects inherit", [["id", ["a", "constructor", "name"]]], '{"a":{}}', '{"a":{}}'],
    [
      "sees the copies before it",
      [
        ["b", ["a"]],
        ["c", ["b"]],
      ],
      '{"a":1}',
      '{"a":1,"b":1,"c":1}',
    ],
  ])("%s", (_, copy, json, text) => expect(transformed({ copy }, json)).toBe(text));
});

describe("a concat", () => {
  test.each([
    ["joins texts", '{"a":"x","b":"y"}', "x-y"],
    ["joins numbers and booleans as their text", '{"a":1.5,"b":false}', "1.5-false"],
    ["leaves out what is absent, null, or no scalar", '{"a":{},"c":"z"}', "z"],
    ["joins empty text", '{"a":"","b":null,"c":"z"}', "-z"],
    ["of nothing is nothing", '{"a":null,"b":[1]}', undefined],
  ])("%s", (_, json, text) => {
    const made = transformed({ concat: [["made", [["a"], ["b"], ["c"]], "-"]] }, json);
    expect((JSON.parse(made) as JsonObject).made).toBe(text);
  });
});

describe("a split", () => {
  test.each<[string, string, number, string | undefined]>([
    ["counts from 0", '"a@b@c"', 0, "a"],
    ["counts from the end where negative", '"a@b@c"', -1, "c"],
    ["of a text without the separator has one piece", '"a"', 0, "a"],
    ["can give empty text", '"@"', 1, ""],
    ["past the end gives nothing", '"a@b"', 2, undefined],
    ["before the beginning gives nothing", '"a@b"', -3, undefined],
    ["takes a number as its text", "15", 0, "15"],
    ["of an object is nothing", '{"a":"@"}', 0, undefined],
    ["of null is nothing", "null", 0, undefined],
  ])("%s", (_, value, index, piece) => {
    const made = transformed({ split: [["made", ["from"], "@", index]] }, `{"from":${value}}`);
    expect((JSON.parse(made) as JsonObject).made).toBe(piece);
  });
});

test("a path goes on through text of JSON, however often it is wrapped", () => {
  const inner = JSON.stringify({ user: "amy", id: "x" }).replace('"x"', "12345678901234567890");
  const record = { body: JSON.stringify({ Message: inner }), plain: "user", broken: "{" };
  const plan: TransformationPlan = {
    copy: [
      ["who", ["body", "Message", "user"]],
      ["id", ["body", "Message", "id"]],
      ["length", ["plain", "length"]],
      ["none", ["broken", "x"]],
    ],
  };
  const made = JSON.parse(transformed(plan, JSON.stringify(record))) as JsonObject;
  expect(made).toEqual({ ...record, who: "amy", id: "12345678901234567890" });
});

test("each kind sees what the kinds before it made", () => {
  const plan: TransformationPlan = {
    split: [["domain", ["mail"], "@", -1]],
    concat: [["mail", [["copied"], ["host"]], "@"]],
    copy: [["copied", ["user"]]],
    rename: [["user", "usr"]],
  };
  expect(transformed(plan, '{"usr":"amy","host":"a.example"}')).toBe(
    '{"host":"a.example","user":"amy","copied":"amy","mail":"amy@a.example","domain":"a.example"}',
  );
});
