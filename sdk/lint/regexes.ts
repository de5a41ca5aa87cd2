import type { Issue } from "../base/issue.ts";
import { type TopBinding, topBindings } from "./bindings.ts";
import { constantOf } from "./constant-of.ts";
import { issueAt, type SourceModule, textOf } from "./source-module.ts";
import type { SyntaxNode } from "./syntax-node.ts";
import { dottedName, listOf, nameOf, unwrap, walkValues } from "./value-nodes.ts";

/** A regular expression that a module writes. */
export interface WrittenRegex {
  readonly node: SyntaxNode;
  /** Absent where only running the module would tell. */
  readonly pattern?: string;
  readonly flags: string;
}

/** How long matching a regular expression can take. */
export interface RegexVerdict {
  readonly status: "safe" | "vulnerable" | "unknown";
  /** How the time grows with the text: `exponential`, `2nd degree polynomial`. */
  readonly growth?: string;
  /** A text that takes long, as an expression. */
  readonly attack?: string;
  /** Why it is not known. */
  readonly why?: string;
}

/** Judges a regular expression by its pattern and flags. */
export type JudgeRegex = (pattern: string, flags: string) => Promise<RegexVerdict>;

/** Methods of texts that make a regular expression of a text. */
const MATCHING = /^(match|matchAll|search)$/;

/** The regular expressions of a module: literals, what `RegExp` is called with, and texts that are matched. */
export function regexesIn({ tree }: SourceModule): WrittenRegex[] {
  const top = topBindings(tree);
  const found: WrittenRegex[] = [];
  walkValues(tree, (node) => {
    const { pattern, flags } = (node.regex ?? {}) as { pattern?: string; flags?: string };
    if (pattern !== undefined) found.push({ node, pattern, flags: flags ?? "" });
    const isCall = node.type === "NewExpression" || node.type === "CallExpression";
    if (!isCall) return;
    const callee = unwrap(node.callee as SyntaxNode);
    const isMatch = callee.type === "MemberExpression" && MATCHING.test(nameOf(callee) ?? "");
    if (!isMatch && dottedName(callee) !== "RegExp") return;
    const made = madeBy(node, top);
    // What is matched may be a regular expression, which is found where it is written.
    if (made !== undefined && (!isMatch || made.pattern !== undefined)) found.push(made);
  });
  return found;
}

function madeBy(node: SyntaxNode, top: ReadonlyMap<string, TopBinding>): WrittenRegex | undefined {
  const [first, second] = listOf(node.arguments);
  if (first === undefined || "regex" in unwrap(first)) return undefined;
  const pattern = constantOf(first, top);
  const flags = second === undefined ? "" : constantOf(second, top);
  return {
    node,
    ...(typeof pattern === "string" && { pattern }),
    flags: typeof flags === "string" ? flags : "",
  };
}

/**
 * The regular expressions of modules on which a text could keep a rule busy for long, and those of which it is not known.
 *
 * @param judge absent where there is none, which is told once
 */
export async function regexes(modules: readonly SourceModule[], judge?: JudgeRegex): Promise<Issue[]> {
  const issues: Issue[] = [];
  const written = modules.flatMap((module) => regexesIn(module).map((regex) => ({ module, ...regex })));
  const unjudged = judge === undefined ? written.filter(({ pattern }) => pattern !== undefined).length : 0;
  if (unjudged > 0) {
    const message = `recheck is not installed, so ${unjudged} of the rules' regular expressions were not looked into`;
    issues.push({ code: "RULE_REGEX_UNCHECKED", message, fix: "npm install --save-dev recheck" });
  }
  for (const { module, node, pattern, flags } of written) {
    const verdict = pattern === undefined ? MADE_LATER : await judge?.(pattern, flags);
    const issue = verdict === undefined ? undefined : issueOf(textOf(module, node), verdict);
    if (issue !== undefined) issues.push(issueAt(module, node, issue));
  }
  return issues;
}

const MADE_LATER: RegexVerdict = { status: "unknown", why: "it is put together while the rule runs" };

function issueOf(
  text: string,
  { status, growth, attack, why }: RegexVerdict,
): Pick<Issue, "code" | "message" | "fix"> | undefined {
  if (status === "safe") return undefined;
  if (status === "unknown") {
    const message = `how long ${text} can take is not known: ${why}`;
    return {
      code: "RULE_REGEX_UNCHECKED",
      message,
      fix: "write it as a literal, or compare texts without one",
    };
  }
  const example = attack === undefined ? "" : `, for example on ${attack}`;
  const message = `${text} takes ${growth} time${example}, so one record can stop all rules`;
  const fix =
    "let no text match its repetitions in two ways: no + or * within another, none beside one that takes the same letters, and ^ where it begins with one";
  return { code: "RULE_REGEX_SLOW", message, fix };
}
