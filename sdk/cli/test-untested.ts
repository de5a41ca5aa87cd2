import type { Issue } from "../base/issue.ts";
import type { CaseNote } from "../testing/note-case.ts";
import type { CaseResult } from "../testing/reporter/test-results.ts";
import type { RuleToTest } from "./test-rules.ts";

type Kind = Exclude<CaseNote["kind"], "failed">;

/**
 * Of some rules those that lack a case: each needs a test in which it raises, and one in which it stays quiet. A rule
 * that a failed case asked is left alone: what is wrong with it is told already.
 */
export function untestedRules(rules: readonly RuleToTest[], results: readonly CaseResult[]): Issue[] {
  const failed = new Set(
    results.filter(({ state }) => state === "failed").flatMap(({ notes }) => notes.map(({ rule }) => rule)),
  );
  const notes = results.filter(({ state }) => state === "passed").flatMap((one) => one.notes);
  return rules.flatMap((rule) => {
    const kinds = new Set(notes.flatMap((note) => (note.rule === rule.id ? note.kind : [])));
    const missing = (["raised", "quiet"] as const).filter((kind) => !kinds.has(kind));
    return missing.length === 0 || failed.has(rule.id) ? [] : [untested(rule, missing)];
  });
}

function untested({ id, name, place, isSignal }: RuleToTest, missing: readonly Kind[]): Issue {
  const rule = name === "default" ? "rule" : name;
  const run = (records: string): string => `expect(await replay(${rule}, ${records}))`;
  const [raises, stays] = isSignal
    ? [`expect(${rule}).toDetect(record)`, `expect(${rule}).not.toDetect(other)`]
    : [`${run("records")}.toRaise({})`, `${run("others")}.toRaiseNothing()`];
  const [what, how] =
    missing.length === 2
      ? ["neither a positive nor a negative case", `${raises}, and ${stays}`]
      : missing[0] === "raised"
        ? [
            `no positive case: no test in which it ${isSignal ? "matches an event" : "raises an alert"}`,
            raises,
          ]
        : ["no negative case: no test in which it sees an event and stays quiet", stays];
  return { code: "RULE_UNTESTED", ...place, message: `${id} has ${what}`, fix: `test it: ${how}` };
}
