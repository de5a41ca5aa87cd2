import { expect, test } from "vitest";
import type { LintedRule } from "../../../sdk/lint/linted-rule.ts";
import { unknownFields } from "../../../sdk/lint/unknown-fields.ts";
import { bedrockRule, LOG_TYPES, ruleOf, trailRule } from "./module-of.ts";

const context = { logTypes: LOG_TYPES };

function ofBoth(said: string): Promise<LintedRule> {
  return ruleOf(
    `defineRule({ id: "Test.Rule", logTypes: ["AWS.BedrockModelInvocation", "AWS.CloudTrail"], ${said} })`,
  );
}

test.each<[string, string, string]>([
  ["a member", "detect: (event) => event.errorcode === 1", "errorcode"],
  ["a cast", "detect: (event) => (event as any).errorCod === 1", "errorCod"],
  ["brackets", 'detect: (event) => event["modelID"] === 1', "modelID"],
  ["an optional chain", "detect: (event) => event?.identity?.anr === 1", "identity.anr"],
  ["a part of the event", "detect: (event) => event.identity!.principal === 1", "identity.principal"],
  ["braces", "detect: ({ errorCod }) => errorCod === 1", "errorCod"],
  ["braces in braces", "detect: ({ identity: { anr } = {} }) => anr === 1", "identity.anr"],
  ["a constant", "detect: (event) => { const { identity } = event; return identity?.anr; }", "identity.anr"],
  ["a default", "detect: (event) => (event.identity ?? {}).anr === 1", "identity.anr"],
  ["a function in it", "detect: (event) => [1].some(() => event.anr)", "anr"],
  ["in", 'detect: (event) => "errorCod" in event', "errorCod"],
  ["hasOwn", 'detect: (event) => Object.hasOwn(event.identity, "anr")', "identity.anr"],
  ["hasOwnProperty", 'detect: (event) => event.hasOwnProperty("errorCod")', "errorCod"],
  ["a method", "detect(event) { if (event.anr) return true; return false; }", "anr"],
  ["a field that every event has", "detect: (event) => event.p_any_arns", "p_any_arns"],
  ["a measure", "threshold: { sum: (event) => event.input.tokens, atLeast: 5 }", "input.tokens"],
  ["an exception", 'exceptions: [{ id: "a", when: (event) => event.anr }]', "anr"],
  ["first-seen", "firstSeen: { key: (event) => event.anr }", "anr"],
  ["a title", "title: (event) => `by ${event.anr}`", "anr"],
])("%s that reads a field of no log type is told", async (_, said, path) => {
  const issues = unknownFields(await bedrockRule(said), context);
  expect(issues).toMatchObject([{ code: "RULE_FIELD_UNKNOWN", line: 3 }]);
  expect(issues[0]?.message).toBe(`${path} is no field of AWS.BedrockModelInvocation, so it is never there`);
});

test.each([
  ['_.get(event, "errorCod")', "errorCod"],
  ['_.get(event, "identity.anr", "none")', "identity.anr"],
  ['_.get(event, ["identity", "anr"])', "identity.anr"],
  ["_.get(event, PATH)", "identity.anr"],
  ['_.get(event, "identity").anr', "identity.anr"],
  ['_.has(event, "errorCod")', "errorCod"],
  ['get(event.identity, "anr")', "identity.anr"],
])("a path that lodash reads is known: %s", async (expression, path) => {
  const before = 'import _ from "lodash"; import get from "lodash/get.js"; const PATH = "identity.anr";';
  const issues = unknownFields(await bedrockRule(`detect: (event) => ${expression}`, before), context);
  expect(issues).toMatchObject([{ code: "RULE_FIELD_UNKNOWN", line: 3 }]);
  expect(issues[0]?.message).toMatch(`${path} is no field of `);
});

test.each([
  '_.get(event, "identity.arn")',
  "_.get(event, `${KEY}.anr`)",
  '_.get(event, ["identity", KEY])',
  '_.get(event, "input.inputBodyJson.messages[0].content")',
  '_.get(other, "anr")',
  '"modelId" in event && Object.hasOwn(event, KEY)',
])("lodash may read %s", async (expression) => {
  const rule = await bedrockRule(`detect: (event) => ${expression}`, 'import _ from "lodash";');
  expect(unknownFields(rule, context)).toEqual([]);
});

test.each<[string, string, string, number, number]>([
  ["named", "const isBad = (event: any) => event.anr;", "detect: isBad", 1, 37],
  ["called", "function isBad(e) { return e.anr; }", "detect: (event) => isBad(event)", 1, 30],
  [
    "called with a part",
    "const isBad = (who) => who.anr;",
    "detect: (event) => isBad(event.identity)",
    1,
    28,
  ],
  [
    "that calls itself",
    "const f = (e, n) => n === 0 ? e.anr : f(e, n - 1);",
    "detect: (event) => f(event, 5)",
    1,
    33,
  ],
])("a function of the module, %s, is followed", async (_, before, said, line, column) => {
  expect(unknownFields(await bedrockRule(said, before), context)).toMatchObject([{ line, column }]);
});

test.each<[string, string, string]>([
  ["an element by its place", "detect: (event) => event.resources[0].Arn", "resources[].Arn"],
  ["elements one by one", "detect: (event) => event.resources?.some((one) => one.Arn)", "resources[].Arn"],
  ["elements in braces", "detect: (event) => event.resources.some(({ Arn }) => Arn)", "resources[].Arn"],
  [
    "elements that are left",
    "detect: (event) => event.resources.filter((r) => r.type).at(0).Arn",
    "resources[].Arn",
  ],
  [
    "a loop",
    "detect: (event) => { for (const one of event.resources) if (one.Arn) return true; }",
    "resources[].Arn",
  ],
])("%s of a list is known", async (_, said, path) => {
  const [issue, ...others] = unknownFields(await trailRule(said), context);
  expect([issue?.message.split(" ")[0], issue?.fix, others]).toEqual([path, "did you mean ARN?", []]);
});

test.each([
  ["fields that there are", "detect: (event) => event.identity?.arn === event.p_any_aws_arns?.[0]"],
  [
    "methods of their values",
    "detect: (event) => event.modelId.includes('x') && event.timestamp.getTime() > 5",
  ],
  ["what JSON holds", "detect: (event) => event.input?.inputBodyJson.messages[0].content"],
  ["what every object has", "detect: (event) => event.hasOwnProperty('modelId')"],
  ["a name that the text does not tell", "detect: (event) => event[KEY] && event[`a${KEY}`]"],
  ["another object of the same name", "detect: (event) => [{ anr: 1 }].some((event) => event.anr)"],
  ["a variable that is set later", "detect: (event) => { let a = event.identity; a = other; return a.anr; }"],
  ["a window", "title: (event, window) => `${window.count} by ${event.accountId}`"],
  ["the elements' method", "detect: (event) => event.p_any_aws_arns.some((arn) => arn.length > 5)"],
  [
    "an error of the same name",
    "detect: (event) => { try { f(); } catch (event) { return event.message; } }",
  ],
  ["its braces", "detect: (event) => { try { f(); } catch ({ message: event }) { return event.anr; } }"],
  ["a parameter that is set anew", "detect: (event) => { event = other(event); return event.anr; }"],
  ["a function from elsewhere", "detect: (event) => isClientError(event).anr"],
])("a rule may read %s", async (_, said) => {
  expect(unknownFields(await bedrockRule(said), context)).toEqual([]);
});

test("of several log types it is enough that one has the field", async () => {
  const both = "detect: (event) => event.modelId === event.eventName";
  expect(unknownFields(await ofBoth(both), context)).toEqual([]);
  const neither = unknownFields(await ofBoth("detect: (event) => event.modelName"), context);
  expect(neither.map(({ message }) => message)).toEqual([
    "modelName is no field of AWS.BedrockModelInvocation or of AWS.CloudTrail, so it is never there",
  ]);
});

test("of a log type that nobody knows nothing is told", async () => {
  const rule = await ruleOf(
    'defineRule({ id: "A", logTypes: ["Custom.Gone"], detect: (event) => event.anr })',
  );
  expect(unknownFields(rule, context)).toEqual([]);
});

test("where no field has a similar name, it tells those that there are", async () => {
  const [issue] = unknownFields(await bedrockRule("detect: (event) => event.identity.xyz"), context);
  expect(issue?.fix).toBe("there are arn; an overlay can add a field that the logs have");
});
