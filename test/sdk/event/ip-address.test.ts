import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCidr, isIP, isIPv4, isIPv6 } from "../../../sdk/event/ip-address.ts";

describe("an IP address", () => {
  test.each([
    "0.0.0.0",
    "10.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "1::",
    "fe80::1",
    "2001:DB8::a:1",
    "1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7::",
    "::ffff:10.0.0.1",
    "64:ff9b::10.0.0.1",
    "1:2:3:4:5:6:10.0.0.1",
  ])("%s", (text) => expect(isIP(text)).toBe(true));

  test("property: every IPv4 and IPv6 address is one", () => {
    fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), isIP));
  });
});

describe("no IP address", () => {
  test.each([
    "",
    ":",
    ":::",
    "a",
    "10.0.0",
    "10.0.0.1.2",
    "10.0.0.256",
    "10.0.0.01",
    "10.0.0.1.",
    ".10.0.0.1",
    "10.0.0.1/8",
    "10.0.0.1:80",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::",
    "1::2::3",
    "12345::",
    "g::",
    "fe80::1%eth0",
    "[::1]",
    "::1/128",
    ":1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7:8:",
    "::10.0.0.256",
    "10.0.0.1::",
    "1:2:3:4:5:6:7:10.0.0.1",
    "１.0.0.1",
    `::${"0".repeat(100)}`,
  ])("%j", (text) => expect(isIP(text)).toBe(false));
});

test("property: an address is of one version", () => {
  fc.assert(fc.property(fc.ipV4(), (text) => isIPv4(text) && !isIPv6(text)));
  fc.assert(fc.property(fc.ipV6(), (text) => isIPv6(text) && !isIPv4(text)));
});

describe("an IP network", () => {
  test.each([
    ["10.0.0.0/8", "ipv4"],
    ["10.1.2.3/8", "ipv4"],
    ["0.0.0.0/0", "ipv4"],
    ["10.0.0.1/32", "ipv4"],
    ["2001:db8::/32", "ipv6"],
    ["::/0", "ipv6"],
    ["::1/128", "ipv6"],
    ["::ffff:10.0.0.1/104", "ipv6"],
  ] as const)("%s is %s, and no other", (text, version) => {
    expect(isCidr(text, version)).toBe(true);
    expect(isCidr(text, "any")).toBe(true);
    expect(isCidr(text, version === "ipv4" ? "ipv6" : "ipv4")).toBe(false);
  });

  test.each([
    "",
    "/",
    "/8",
    "10.0.0.0",
    "10.0.0.0/",
    "10.0.0.0/33",
    "10.0.0.0/08",
    "10.0.0.0/-1",
    "10.0.0.0/+8",
    "10.0.0.0/8 ",
    "10.0.0.0/8/8",
    "10.0.0.0/255.0.0.0",
    "10.0.0/8",
    "::/129",
    "::1%eth0/64",
    "example.com/8",
  ])("%j is none", (text) => expect(isCidr(text, "any")).toBe(false));
});
