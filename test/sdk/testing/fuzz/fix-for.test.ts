import { expect, test } from "vitest";
import { fixFor } from "../../../../sdk/testing/fuzz/fix-for.ts";
import type { Problem } from "../../../../sdk/testing/fuzz/problem.ts";

test.each<[string, string, string]>([
  ["event.userIdentity!.sessionContext!.|arn", "arn", "event.userIdentity?.sessionContext?.arn"],
  ["event.resources![0]!.|ARN", "ARN", "event.resources?.[0]?.ARN"],
  ["event.identity!.|arn", "arn", "event.identity?.arn"],
])("the guard of an access has none of the marks that hid it: %s", (text, name, expected) => {
  const [before = "", after = ""] = text.split("|");
  const problem: Problem = {
    code: "RULE_THROWS",
    call: "title",
    message: "throws",
    error: new TypeError(`Cannot read properties of undefined (reading '${name}')`),
    frame: { file: "a.ts", line: 1, column: before.length + 1 },
  };
  expect(fixFor(problem, before + after)).toBe(`guard it: ${expected}`);
});

test.each<[string, readonly string[], string]>([
  ["field", ["awsRegion"], 'event.awsRegion ?? "unknown"'],
  [
    "field of an element",
    ["resources", "0", "account-id"],
    'event.resources?.[0]?.["account-id"] ?? "unknown"',
  ],
])("a text of nothing is mended where the %s is read", (_, missing, expected) => {
  const problem: Problem = { code: "RULE_GARBLED", call: "title", message: "says", missing };
  expect(fixFor(problem)).toBe(`give a text for what is missing: ${expected}`);
});

test("a text of an object names no field", () => {
  expect(fixFor({ code: "RULE_GARBLED", call: "title", message: "says" })).toBe(
    "give a text for what is missing, after ??, and for what is no text, JSON.stringify",
  );
});
