import { describe, expect, test } from "vitest";
import { SCANNERS, type Marks } from "../../../../sdk/event/indicators.ts";
import type { Indicator } from "../../../../sdk/schema/indicator.ts";
import { inferredTypes } from "./infer.ts";

const guess = (name: string, values: readonly string[]): unknown =>
  inferredTypes(values.map((value) => ({ [name]: value })))[name];

const UUID = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";

describe("an indicator that every value has", () => {
  test.each<[Indicator, string, string[]]>([
    ["ip", "source", ["10.0.0.1", "2001:db8::1", "::ffff:10.0.0.1", ""]],
    ["aws_arn", "resource", ["arn:aws:iam::111122223333:user/dana", "arn:aws:s3:::claims-summary/a:b"]],
    ["aws_account_id", "recipientAccountId", ["111122223333", "012345678901"]],
    ["email", "who", ["dana@claims.example"]],
    ["url", "page", ["https://claims.example/a?b", "http://10.0.0.1:8080"]],
    ["md5", "digest", ["d41d8cd98f00b204e9800998ecf8427e"]],
    ["sha1", "digest", ["da39a3ee5e6b4b0d3255bfef95601890afd80709"]],
    ["sha256", "digest", ["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]],
    ["aws_instance_id", "machine", ["i-0a1b2c3d", "i-0123456789abcdef0"]],
    ["mac", "nic", ["00:00:5e:00:53:01"]],
    ["net_addr", "peer", ["10.0.0.1:443", "[2001:db8::1]:53"]],
    ["domain", "domainName", ["claims.example", "a.b.claims.example."]],
    ["username", "userName", ["dana", "d.smith"]],
    ["trace_id", "request_id", [UUID]],
    ["trace_id", "traceId", ["d41d8cd98f00b204e9800998ecf8427e"]],
  ])("%s in %s, which the scanner recognises too", (indicator, name, values) => {
    expect(guess(name, values)).toBe(`string ${indicator}`);
    for (const value of values.filter((text) => text !== "")) {
      const marks: Marks = {};
      SCANNERS[indicator](value, marks);
      expect(Object.values(marks).flat()).not.toEqual([]);
    }
  });

  test.each<[string, string, string[]]>([
    ["one value has none", "source", ["10.0.0.1", "unknown"]],
    ["twelve digits are no account by themselves", "order", ["111122223333"]],
    ["a name with dots is no domain by itself", "package", ["claims.example"]],
    ["a handle is not the hash of something", "eventId", ["d41d8cd98f00b204e9800998ecf8427e"]],
    ["a key must not be found in every list", "apiKey", ["d41d8cd98f00b204e9800998ecf8427e"]],
    ["a network is no address", "range", ["10.0.0.0/8"]],
    ["a time is no address", "at", ["12:30"]],
    ["user agents are no names", "userAgent", ["curl/8"]],
  ])("none: %s", (_, name, values) => {
    expect(guess(name, values)).toMatch(/^(string|bigint)$/);
  });

  test("elements of arrays have them, too", () => {
    expect(guess("x", ["a"])).toBe("string");
    expect(inferredTypes([{ sources: ["10.0.0.1", "10.0.0.2"] }])).toEqual({ sources: ["string ip"] });
  });
});
