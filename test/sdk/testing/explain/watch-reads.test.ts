import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../../../sdk/rule/deep-freeze.ts";
import { watchReads } from "../../../../sdk/testing/explain/watch-reads.ts";

/** JSON as a log may have it. */
const event = () =>
  deepFreeze({
    time: new Date(0),
    body: JSON.parse('{"messages":[{"role":"user"},{"role":null}],"__proto__":{"a":1},"odd key":2}') as {
      readonly messages: readonly { readonly role: string | null; readonly content?: unknown }[];
      readonly [key: string]: unknown;
    },
  });

function readsOf(
  look: (watched: ReturnType<typeof event>) => unknown,
): readonly [unknown, [string, unknown][]] {
  const reads: [string, unknown][] = [];
  const watched = watchReads(event(), (path, value) => reads.push([path, value]));
  const result = look(watched);
  return [result, reads.filter(([, value]) => typeof value !== "object" || value === null)];
}

describe("tells of every field that is read", () => {
  test.each([
    ["in a list, by its place", (e) => e.body.messages[1]?.role, [["event.body.messages[1].role", null]]],
    [
      "that is not there",
      (e) => e.body.messages[0]?.content,
      [["event.body.messages[0].content", undefined]],
    ],
    ["that is looked for", (e) => "region" in e, [["event.region", undefined]]],
    ["of a name that is no word", (e) => e.body["odd key"], [['event.body["odd key"]', 2]]],
    [
      "that is called as what all objects have",
      (e) => (e.body["__proto__"] as { a: number }).a,
      [["event.body.__proto__.a", 1]],
    ],
    [
      "by going through a list",
      (e) => e.body.messages.map(({ role }) => role).length,
      [
        ["event.body.messages[0].role", "user"],
        ["event.body.messages[1].role", null],
      ],
    ],
  ] satisfies [string, (watched: ReturnType<typeof event>) => unknown, unknown][])(
    "%s",
    (_, look, expected) => {
      expect(readsOf(look)[1]).toEqual(expected);
    },
  );
});

test("what a rule sees is what is there", () => {
  const [text] = readsOf((watched) => JSON.stringify(watched));
  expect(text).toBe(JSON.stringify(event()));
  expect(
    readsOf((e) => [Array.isArray(e.body.messages), e.time instanceof Date, e.body === e.body])[0],
  ).toEqual([true, true, true]);
  expect(readsOf((e) => [e.time.getTime(), Object.keys(e.body), "body" in e])[0]).toEqual([
    0,
    ["messages", "__proto__", "odd key"],
    true,
  ]);
});

test.each([
  ["set", (e) => Object.assign(e, { region: "x" })],
  ["removed", (e) => delete (e as { body?: unknown }).body],
  ["defined", (e) => Object.defineProperty(e.body, "a", { value: 1 })],
  ["pushed", (e) => (e.body.messages as unknown[]).push(1)],
] satisfies [string, (watched: ReturnType<typeof event>) => unknown][])(
  "nothing of it can be %s",
  (_, change) => {
    expect(() => readsOf(change)).toThrow(TypeError);
  },
);
