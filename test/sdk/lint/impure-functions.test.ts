import { expect, test } from "vitest";
import { impureFunctions } from "../../../sdk/lint/impure-functions.ts";
import { moduleOf, pointedAt } from "./module-of.ts";

test.each<[string, string, string[]]>([
  [
    "clocks of date-fns, each where it is used",
    'import { addHours, isToday } from "date-fns";\nconst a = (e) => isToday(e.at);\nconst b = (e) => isToday(e.to);',
    ["isToday(e.at)", "isToday(e.to)"],
  ],
  ["its own file", 'import { isPast } from "date-fns/isPast";\nconst a = (e) => isPast(e.at);', ["isPast(e"]],
  ["another name", 'import { isPast as was } from "date-fns";\nconst a = (e) => was(e.at);', ["was(e"]],
  [
    "all of it",
    'import * as dates from "date-fns";\nconst a = (e) => dates.isFuture(e.at);',
    ["dates.isFut"],
  ],
  [
    "what is handed on",
    'import { isPast } from "date-fns";\nconst a = (e) => e.all.some(isPast);',
    ["isPast);"],
  ],
  ["dice of lodash", 'import sample from "lodash/sample.js";\nconst a = () => sample([1]);', ["sample(["]],
  ["all of lodash", 'import _ from "lodash";\nconst a = _.now();', ["_.now"]],
  ["lodash in other modules", 'import { shuffle } from "lodash-es";\nconst a = shuffle([]);', ["shuffle(["]],
  ["lodash/fp", 'import fp from "lodash/fp.js";\nconst a = fp.random(1, 2);', ["fp.random"]],
  ["hours", 'import { getHours } from "date-fns";\nconst a = (e) => getHours(e.at) > 5;', ["getHours(e"]],
  [
    "days",
    'import { isWeekend } from "date-fns/isWeekend";\nconst a = (e) => isWeekend(e.at);',
    ["isWeekend(e"],
  ],
  ["texts", 'import * as df from "date-fns";\nconst a = (e) => df.format(e.at, "HH");', ["df.format"]],
  [
    "a time without a zone",
    'import { parseISO } from "date-fns";\nconst a = parseISO("2026-08-12");',
    ["parseISO("],
  ],
])("a function that is not pure is told: %s", async (_, text, expected) => {
  const issues = impureFunctions(await moduleOf(text));
  expect(issues.map(({ code }) => code)).toEqual(expected.map(() => "RULE_IMPURE"));
  expect(pointedAt(issues, text, expected)).toEqual(expected);
});

test.each(["addDays(e.at, 1)", "subMonths(e.at, 1)", "differenceInDays(e.at, e.to)"])(
  "days of the machine's zone are a doubt: %s",
  async (call) => {
    const module = await moduleOf(`import * as df from "date-fns";\nconst a = (e) => df.${call};`);
    expect(impureFunctions(module)).toMatchObject([{ code: "RULE_ZONE_DOUBTFUL", line: 2, column: 18 }]);
  },
);

test.each([
  ["an import that is not used", 'import { isToday, getHours } from "date-fns";'],
  [
    "what no zone changes",
    'import * as d from "date-fns";\nconst a = (e) => d.differenceInMinutes(d.parseISO(e.at), d.addMinutes(e.to, 5)) > 5 || d.isBefore(e.at, e.to);',
  ],
  ["a time with its zone", 'import { parseISO } from "date-fns";\nconst a = parseISO("2026-08-12T10:00Z");'],
  [
    "a zone that is named",
    'import { getHours } from "date-fns";\nimport { utc } from "@date-fns/utc";\nconst a = (e) => getHours(e.at, { in: utc });',
  ],
  ["a parameter of the same name", 'import { format } from "date-fns";\nconst a = (format) => format(1);'],
  ["what is pure of lodash", 'import _, { countBy } from "lodash";\n_.size([]); countBy([]);'],
  ["a member of the same name", 'import { size } from "lodash";\nconst a = (e) => e.now + size.now;'],
])("%s is fine", async (_, text) => {
  expect(impureFunctions(await moduleOf(text))).toEqual([]);
});
