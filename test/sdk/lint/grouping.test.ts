import { expect, test } from "vitest";
import { grouping } from "../../../sdk/lint/grouping.ts";
import { bedrockRule, LOG_TYPES, trailRule } from "./module-of.ts";

const context = { logTypes: LOG_TYPES };

test.each([
  ["its row id", "dedup: (event) => event.p_row_id, threshold: 20"],
  ["what the log type tells records apart by", "dedup: (event) => event.requestId, threshold: { count: 2 }"],
  ["its time", "dedup: (event) => event.timestamp.toISOString(), threshold: 2"],
  ["its event time", "dedup: (event) => `${event.accountId} ${event.p_event_time}`, threshold: 2"],
  ["a list with it", 'dedup: (event) => [event.accountId, event.requestId].join(" "), threshold: 2'],
  ["braces", "dedup: ({ requestId }) => requestId, threshold: 2"],
  ["a constant", "dedup: (event) => { const id = event.requestId; return `x ${id}`; }, threshold: 2"],
  ["JSON", "dedup: (event) => JSON.stringify([event.requestId, event.accountId]), threshold: 2"],
  ["an object as JSON", "dedup: (e) => JSON.stringify({ id: e.requestId }), threshold: 2"],
  ["a text put behind another", "dedup: (e) => e.accountId.concat(e.requestId), threshold: 2"],
  ["other letters", "dedup: (e) => e.requestId.replaceAll('-', ''), threshold: 2"],
  ["a title", "title: (event) => `Call ${event.requestId}`, threshold: 2"],
  [
    "different values",
    "dedup: (event) => event.requestId, threshold: { unique: (e) => e.modelId, atLeast: 2 }",
  ],
  [
    "a baseline",
    "dedup: (event) => event.requestId, threshold: { baseline: () => 1, factor: 2, floor: 1, warmUp: '1d' }",
  ],
])("a threshold over several events is never reached by groups of one: %s", async (_, said) => {
  const issues = grouping(await bedrockRule(said), context);
  expect(issues).toMatchObject([{ code: "RULE_GROUP_PER_EVENT", line: 3 }]);
  expect(issues[0]?.message).toMatch(
    /is a group of its own, so the threshold, which takes \d+ matches, is never/,
  );
});

test.each([
  [
    "without a threshold there is an alert for each event",
    "title: (event) => `Call ${event.requestId}`",
    "so there is an alert for each event",
  ],
  [
    "one event may reach a sum",
    "dedup: (event) => event.p_row_id, threshold: { sum: () => 5, atLeast: 9 }",
    "an alert for each event",
  ],
])("%s", async (_, said, so) => {
  const issues = grouping(await bedrockRule(said), context);
  expect(issues).toMatchObject([
    { code: "RULE_GROUP_DOUBTFUL", message: expect.stringContaining(so) as string },
  ]);
});

test("requests and ports are hardly shared", async () => {
  const request = grouping(await trailRule("dedup: (event) => event.requestID, threshold: 5"), context);
  expect(request).toMatchObject([{ code: "RULE_GROUP_DOUBTFUL", line: 3, column: 25 }]);
});

test.each([
  ["by who it is", "dedup: (event) => event.identity?.arn, threshold: 20"],
  [
    "by what the records share, though it tells them apart with others",
    "dedup: (event) => event.modelId, threshold: 5",
  ],
  ["by the day", "dedup: (event) => event.timestamp.toISOString().slice(0, 10), threshold: 5"],
  ["by the day, in braces", "dedup: ({ timestamp }) => timestamp.toISOString().slice(0, 10), threshold: 5"],
  ["by whether it has an id", "dedup: (event) => event.requestId ? 'a' : 'b', threshold: 5"],
  ["by what is only taken with an id", "dedup: (e) => (e.requestId && e.accountId) ?? 'none', threshold: 5"],
  ["by the day of a text", "dedup: (e) => e.timestamp.toISOString().replace(/T.*/, ''), threshold: 5"],
  [
    "by a member beside it",
    "dedup: (e) => { const a = { b: e.requestId, c: e.accountId }; return a.c; }, threshold: 5",
  ],
  ["by a title that is always the same", 'title: "Something", threshold: 5'],
  [
    "and tells each event in a title, with a dedup",
    "dedup: (e) => e.accountId, title: (e) => e.requestId, threshold: 5",
  ],
  ["a signal, which pages nobody", "createAlert: false, title: (event) => event.requestId"],
])("a rule may group %s", async (_, said) => {
  expect(grouping(await bedrockRule(said), context)).toEqual([]);
});
