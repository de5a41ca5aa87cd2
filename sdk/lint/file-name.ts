import kebabCase from "lodash/kebabCase.js";
import type { Issue } from "../base/issue.ts";
import { issueOn, type LintedRule } from "./linted-rule.ts";

/** A file that holds one rule and is called otherwise: neither as its export nor as the end of its id. */
export function fileName(linted: LintedRule, isAlone: boolean): Issue[] {
  const { rule, definition } = linted;
  if (!isAlone || definition === undefined) return [];
  const [, file = "", ending = ""] = /([^\\/]+?)(\.[cm]?[jt]s)$/.exec(definition.module.source) ?? [];
  const called = plain(file);
  const isNamed = called === "index" || plain(rule.id).endsWith(called);
  if (isNamed || (definition.name !== undefined && plain(definition.name) === called)) return [];
  const name = definition.name ?? rule.id.split(".").at(-1) ?? rule.id;
  const message = `${rule.id} is alone in a file called ${file}${ending}, so who looks for it does not find it`;
  const fix = `call the file ${kebabCase(name)}${ending}`;
  return [issueOn(linted, ["id"], { code: "RULE_NAME_DOUBTFUL", message, fix })];
}

/** Only the letters and digits of a name. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
