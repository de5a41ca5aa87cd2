import { describe, expect, test } from "vitest";
import { type Check, cidr, ip, noneOf, oneOf } from "../../../sdk/event/checks.ts";

describe("what passes", () => {
  test.each<[string, Check, passing: readonly string[], failing: readonly string[]]>([
    [
      "one of these, as it is written",
      oneOf(["open", "shut"]),
      ["open", "shut"],
      ["ajar", "Open", "open ", ""],
    ],
    ["one of these, which may be empty", oneOf([""]), [""], [" "]],
    [
      "one of these, whatever objects inherit",
      oneOf(["__proto__"]),
      ["__proto__"],
      ["constructor", "toString"],
    ],
    [
      "none of these, as it is written",
      noneOf(["none"]),
      ["some", "None", "none ", "", "constructor"],
      ["none"],
    ],
    ["an address", ip("any"), ["10.0.0.1", "::1"], ["10.0.0.0/8", "10.0.0.1:80", "", "a.example"]],
    ["an IPv4 address", ip("ipv4"), ["10.0.0.1"], ["::1", "::ffff:10.0.0.1"]],
    ["an IPv6 address", ip("ipv6"), ["::1", "::ffff:10.0.0.1"], ["10.0.0.1"]],
    ["a network", cidr("any"), ["10.0.0.0/8", "2001:db8::/32"], ["10.0.0.1", "10.0.0.0/33", ""]],
    ["an IPv4 network", cidr("ipv4"), ["10.0.0.0/8"], ["2001:db8::/32"]],
    ["an IPv6 network", cidr("ipv6"), ["2001:db8::/32"], ["10.0.0.0/8"]],
  ])("as %s", (_, check, passing, failing) => {
    expect(passing.filter((text) => !check(text))).toEqual([]);
    expect(failing.filter((text) => check(text))).toEqual([]);
  });
});
