import * as fc from "fast-check";
import { isListedPrincipal } from "caracal";
import escapeRegExp from "lodash/escapeRegExp.js";
import { expect, test } from "vitest";
import { withOrganization } from "../../../sdk/rule/organization.ts";

const asked = (key: string, ...principals: string[]) =>
  withOrganization({ principals }, () => isListedPrincipal(key));

test("nobody can say who is listed where nothing was told", () => {
  expect(isListedPrincipal("111122223333:user/dana")).toBeUndefined();
  expect(asked("111122223333:user/dana")).toBeUndefined();
});

test.each<[key: string, list: string[], isListed: boolean]>([
  ["111122223333:user/dana", ["111122223333:user/dana"], true],
  ["111122223333:user/Dana", ["111122223333:user/dana"], false],
  ["111122223333:user/dana2", ["111122223333:user/dana"], false],
  ["111122223333:role/claims-summary", ["444455556666:*", "111122223333:role/claims-*"], true],
  ["111122223333:role/claims-", ["111122223333:role/claims-*"], true],
  ["111122223333:role/xclaims-a", ["111122223333:role/claims-*"], false],
  ["111122223333:root", ["*:root"], true],
  ["111122223333:rootless", ["*:root"], false],
  ["anything", ["*"], true],
  ["", ["*"], true],
  ["aba", ["ab*ba"], false],
  ["a.b.c", ["a*b*c"], true],
  ["ac", ["a*b*c"], false],
  ["a-end-b", ["a*end*end"], false],
  ["constructor", ["__proto__"], false],
])("%s in %j: %s", (key, list, isListed) => {
  expect(asked(key, ...list)).toBe(isListed);
});

test("means what a regular expression with .* for each star would", () => {
  const text = fc.stringMatching(/^[ab]{0,8}$/);
  const pattern = fc.stringMatching(/^[ab*]{0,8}$/);
  fc.assert(
    fc.property(text, pattern, (key, one) => {
      const expression = new RegExp(`^${one.split("*").map(escapeRegExp).join(".*")}$`);
      expect(asked(key, one)).toBe(expression.test(key));
    }),
  );
});

test("a pattern of many stars is over at once for a text that almost fits", () => {
  expect(asked("a".repeat(100_000), `${"a*".repeat(50)}b`)).toBe(false);
});
