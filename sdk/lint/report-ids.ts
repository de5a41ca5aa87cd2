import type { Issue } from "../base/issue.ts";
import { FRAMEWORKS, type Framework } from "../rule/frameworks/frameworks.ts";
import { readReport } from "../rule/frameworks/read-report.ts";
import { nearest } from "../schema/nearest.ts";
import { issueOn, type LintedRule } from "./linted-rule.ts";

/** Ids of techniques and tactics that a rule reports and that are none. */
export function reportIds(linted: LintedRule): Issue[] {
  return Object.entries(linted.rule.reports ?? {}).flatMap(([name, ids]) => {
    const framework = FRAMEWORKS.get(name);
    if (framework === undefined) return [unknownFramework(linted, name)];
    return ids.flatMap((id, at) => {
      const issue = issueOf(framework, id);
      return issue === undefined ? [] : [issueOn(linted, ["reports", name, at], issue)];
    });
  });
}

function unknownFramework(linted: LintedRule, name: string): Issue {
  const names = [...FRAMEWORKS.keys()];
  const meant = nearest(name, names);
  const message = `no table of ${name} is known, so its ids are not checked`;
  const fix = meant === undefined ? `known are ${names.join(" and ")}` : `did you mean ${meant}?`;
  return issueOn(linted, ["reports", name], { code: "RULE_REPORT_UNKNOWN", message, fix });
}

function issueOf(framework: Framework, id: string): Pick<Issue, "code" | "message" | "fix"> | undefined {
  const { name, isWhole, prefix, tactics, techniques } = framework;
  const { problem, tactic = "", technique = "" } = readReport(framework, id);
  if (problem === undefined) return undefined;
  if (problem === "malformed") {
    const fix = `write TACTIC, TECHNIQUE or TACTIC:TECHNIQUE, such as ${example(framework)}`;
    return { code: "RULE_REPORT_INVALID", message: `${id} is no id of ${name}`, fix };
  }
  if (problem === "unknown tactic") {
    const fix = `its tactics are ${[...tactics.keys()].join(", ")}`;
    return { code: "RULE_REPORT_INVALID", message: `${name} has no tactic ${tactic}`, fix };
  }
  const code = isWhole ? "RULE_REPORT_INVALID" : "RULE_REPORT_UNKNOWN";
  if (problem === "not of the tactic") {
    const own = techniques.get(technique);
    const named = (own?.tactics ?? []).map((one) => `${one} ${tactics.get(one)}`);
    const message = `${technique} ${own?.name} is not of the tactic ${tactic} ${tactics.get(tactic)}`;
    return { code, message, fix: `its tactics are ${named.join(", ")}` };
  }
  const parent = technique.slice(prefix.length).split(".")[0];
  const message = isWhole
    ? `${name} has no technique ${technique}`
    : `the table of ${name}, which is not whole, has no technique ${technique}`;
  const known = techniques.get(`${prefix}${parent}`);
  const page = framework.pageOf(isWhole ? "" : technique).replace(/\/+$/, "");
  const look = isWhole ? `look it up at ${page}` : `see whether it is at ${page}`;
  const fix = known === undefined || !isWhole ? look : `${prefix}${parent} is ${known.name}`;
  return { code, message, fix };
}

function example({ tactics, techniques }: Framework): string {
  const [id, technique] = [...techniques][0] ?? ["", undefined];
  return `${technique?.tactics[0] ?? [...tactics.keys()][0]}:${id}`;
}
