import { expect, test } from "vitest";
import { junitText } from "../../../../sdk/testing/reporter/junit-text.ts";
import type { CaseResult } from "../../../../sdk/testing/reporter/test-results.ts";

function result(differs: Partial<CaseResult>): CaseResult {
  return {
    group: "Made.Up",
    file: "test/rules/made-up.test.ts",
    path: ["Made.Up", "a case"],
    state: "passed",
    milliseconds: 12,
    notes: [],
    failures: [],
    ...differs,
  };
}

test("a suite is a rule, and what XML cannot hold is left out or written another way", () => {
  const failure = {
    name: "TypeError",
    message: 'a < "b"\nsecond\u0000 line \u001B[31mred\u001B[39m \uD800 😀',
    diff: "- 1\n+ 2",
    frames: [{ file: `${process.cwd()}/rules/made-up.ts`, line: 3, column: 4 }],
  };
  const results = [
    result({}),
    result({ path: ["Made.Up", "if & when"], state: "failed", failures: [failure] }),
    result({ group: "Other", path: ["later"], state: "skipped", milliseconds: 0 }),
  ];
  const finding = { code: "RULE_UNTESTED", message: "Other has no case", source: "rules/other.ts" } as const;
  expect(junitText(results, [finding])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="caracal test" tests="4" failures="2" errors="0" skipped="1">
<testsuite name="Made.Up" tests="2" failures="1" errors="0" skipped="0" time="0.024">
<testcase classname="Made.Up" name="a case" file="test/rules/made-up.test.ts" time="0.012"/>
<testcase classname="Made.Up" name="if &amp; when" file="test/rules/made-up.test.ts" time="0.012">
<failure message="a &lt; &quot;b&quot;" type="TypeError">TypeError: a &lt; &quot;b&quot;
second line red  😀
- 1
+ 2
    at rules/made-up.ts:3:4</failure>
</testcase>
</testsuite>
<testsuite name="Other" tests="1" failures="0" errors="0" skipped="1" time="0.000">
<testcase classname="Other" name="later" file="test/rules/made-up.test.ts" time="0.000">
<skipped/>
</testcase>
</testsuite>
<testsuite name="caracal" tests="1" failures="1" errors="0" skipped="0" time="0">
<testcase classname="caracal" name="RULE_UNTESTED Other has no case" file="rules/other.ts">
<failure message="Other has no case" type="RULE_UNTESTED">rules/other.ts: RULE_UNTESTED Other has no case</failure>
</testcase>
</testsuite>
</testsuites>
`);
});
