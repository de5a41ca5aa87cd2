import { domainToASCII } from "node:url";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { unicodeDomain } from "../../../sdk/event/unicode-domain.ts";

test.each([
  ["example.com", "example.com"],
  ["xn--mnchen-3ya.de", "münchen.de"],
  ["www.XN--mnchen-3ya.de", "www.münchen.de"],
  ["xn--fiqs8s", "中国"],
  ["xn--wgv71a119e.xn--p1ai", "日本語.рф"],
  ["xn--ls8h.la", "💩.la"],
  ["xn--", ""],
  ["xn--é", "xn--é"],
  ["xn--a b", "xn--a b"],
  ["xn--99999999", "xn--99999999"],
  [`xn--${"a".repeat(100_000)}`, `xn--${"a".repeat(100_000)}`],
])("%s is %s", (domain, unicode) => {
  expect(unicodeDomain(domain)).toBe(unicode);
});

test("property: it undoes what makes a domain ASCII", () => {
  const letters = fc.string({
    unit: fc.constantFrom(..."a b c ä ö ü é ñ ж щ 中 国 日 本 ð œ".split(" ")),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(letters, (label) => unicodeDomain(domainToASCII(`${label}.example`)) === `${label}.example`),
  );
});

test("property: it throws for no text", () => {
  fc.assert(fc.property(fc.string(), (text) => typeof unicodeDomain(`xn--${text}`) === "string"));
});
