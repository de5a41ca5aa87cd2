import { describe, expect, test } from "vitest";
import { expandGrok } from "../../../sdk/schema/grok.ts";

const expand = (match: readonly string[], patternDefinitions: Record<string, string> = {}) =>
  expandGrok({ match, patternDefinitions });

describe("an expression", () => {
  test.each<[readonly string[], string]>([
    [["^a", "b$"], "^ab$"],
    [["%{NOTSPACE:user} ", "%{DATA}"], "(?P<user>\\S+) (?:.*?)"],
    [["%{USER:user}"], "(?P<user>(?:[\\w.-]+))"],
    [["%{DOOR:door}"], "(?P<door>d-(?P<id>\\d+))"],
    [["%{WORD}"], "(?:[a-z]+)"],
    [["100%{2}%{1,3}"], "100%{2}%{1,3}"],
    [["(?P<user>\\w+)%"], "(?P<user>\\w+)%"],
    [["%{NOT", "SPACE}"], "(?:\\S+)"],
  ])("of %j is %j", (match, expression) => {
    const definitions = { DOOR: "d-%{ID:id}", ID: "\\d+", WORD: "[a-z]+" };
    expect(expand(match, definitions)).toEqual({ expression });
  });
});

describe("what cannot be expanded is told with the reason", () => {
  test.each<[string, Record<string, string>, string]>([
    ["%{NOPE:a}", {}, "%{NOPE:a} names no pattern that there is"],
    ["%{word}", {}, "%{word} names no pattern that there is"],
    ["%{}", {}, "%{} names no pattern that there is"],
    ["%{constructor}", {}, "%{constructor} names no pattern that there is"],
    ["%{__proto__}", {}, "%{__proto__} names no pattern that there is"],
    ["%{A}", { A: "%{NOPE}" }, "%{NOPE} names no pattern that there is"],
    ["%{A}", { A: "%{A}" }, "%{A} is part of its own definition"],
    ["%{A}", { A: "%{B:b}", B: "%{C}", C: "x%{A}" }, "%{A} is part of its own definition"],
    ["%{IP}", { IP: "%{IPV4}|%{IP}" }, "%{IP} is part of its own definition"],
    ["%{WORD:a-b}", {}, "%{WORD:a-b} names a field that is not made of letters, digits and _"],
    ["%{WORD:}", {}, "%{WORD:} names a field that is not made of letters, digits and _"],
    ["%{INT:bytes:int}", {}, "%{INT:bytes:int} names a field that is not made of letters, digits and _"],
  ])("%s with %j", (match, definitions, problem) => {
    expect(expand([match], definitions)).toEqual({ problem });
  });

  test.each([
    [64, undefined],
    [65, "more than 64 patterns lie within each other"],
    [100_000, "more than 64 patterns lie within each other"],
  ])("%i definitions within each other", (count, problem) => {
    const definitions: Record<string, string> = {};
    for (let step = 1; step <= count; step++)
      definitions[`P${step}`] = step < count ? `%{P${step + 1}}` : "x";
    expect(expand(["%{P1}"], definitions).problem).toBe(problem);
  });

  test("definitions that double with each step", () => {
    const definitions: Record<string, string> = { P60: "x" };
    for (let step = 0; step < 60; step++) definitions[`P${step}`] = `%{P${step + 1}}%{P${step + 1}}`;
    expect(expand(["%{P0}"], definitions)).toEqual({
      problem: "with its patterns it is longer than 100000 characters",
    });
  });
});
