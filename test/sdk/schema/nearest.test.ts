import { expect, test } from "vitest";
import { nearest } from "../../../sdk/schema/nearest.ts";

const CHOICES = ["string", "int", "bigint", "boolean", "timestamp", "object"];

test.each([
  ["strng", "string"],
  ["stirng", "string"],
  ["strings", "string"],
  ["String", "string"],
  ["bool", "boolean"],
  ["time", "timestamp"],
  ["Int", "int"],
  ["big_int", "bigint"],
  ["timestmp", "timestamp"],
])("%s likely means %s", (word, choice) => {
  expect(nearest(word, CHOICES)).toBe(choice);
});

test.each(["", "x", "xyzzy", "datetime", "s", "a".repeat(100_000)])("%s means none of them", (word) => {
  expect(nearest(word, CHOICES)).toBeUndefined();
});

test.each(["i", "id", "up"])("%s is too short to be misspelt", (word) => {
  expect(nearest(word, ["ip", "to"])).toBeUndefined();
  expect(nearest("IP", ["ip", "to"])).toBe("ip");
});

test("of two that are equally near the first is taken", () => {
  expect(nearest("ipv5", ["ipv4", "ipv6"])).toBe("ipv4");
  expect(nearest("a", [])).toBeUndefined();
});
