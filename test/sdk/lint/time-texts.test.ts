import { expect, test } from "vitest";
import { timeTexts } from "../../../sdk/lint/time-texts.ts";
import { bedrockRule, LOG_TYPES, trailRule } from "./module-of.ts";

const context = { logTypes: LOG_TYPES };

test.each([
  "title: (event) => `at ${event.timestamp}`",
  "title: (event) => `at ${event.p_event_time ?? 1}`",
  "title: (event) => String(event.timestamp)",
  'title: (event) => "at " + event.timestamp',
  "dedup: (event) => event.timestamp.toString()",
])("a time that becomes a text as it is, is in the machine's zone: %s", async (said) => {
  const issues = timeTexts(await bedrockRule(said), context);
  expect(issues).toMatchObject([{ code: "RULE_IMPURE", line: 3, fix: "write it in UTC: toISOString()" }]);
});

test.each([
  "title: (event) => `at ${event.timestamp.toISOString()}`",
  "title: (event) => `by ${event.accountId}`",
  "title: (event) => `${event.timestamp && event.accountId}`",
  "detect: (event) => event.timestamp - event.p_parse_time > 5",
  "detect: (event) => new Date(event.timestamp) > 5",
])("a rule may use %s", async (said) => {
  expect(timeTexts(await bedrockRule(said), context)).toEqual([]);
});

test("the log type tells which field is a time", async () => {
  const said = "title: (event) => `${event.eventTime} ${event.eventName}`";
  expect(timeTexts(await trailRule(said), context)).toHaveLength(1);
});
