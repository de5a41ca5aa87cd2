import type { Code } from "../base/codes.ts";
import type { Issue } from "../base/issue.ts";
import { placeIn } from "./place-in.ts";
import type { SourceModule } from "./source-module.ts";
import { walk } from "./syntax-node.ts";

/** A comment that says which finding is none, and why. */
interface Ignore {
  readonly code: string;
  readonly reason: string;
  /** The lines that it is for. */
  readonly lines: readonly number[];
  readonly unused: Issue;
}

const COMMENT = /\/\/[ \t]*caracal-ignore\b[ \t]*(\w*)[ \t]*:?[ \t]*(.*)$/gm;

/** What keeps a rule from running is no matter of opinion. */
const FIRM: ReadonlySet<Code> = new Set([
  "RULE_FILE_BROKEN",
  "RULE_ID_DUPLICATE",
  "RULE_INVALID",
  "RULE_LOG_TYPE_UNKNOWN",
  "RULE_STEP_MISSING",
]);

/**
 * Issues without those that a comment on their line, or on the one before, leaves out by their code and with a reason:
 * `// caracal-ignore RULE_IMPURE: fills a table that depends on nothing else`. A comment that leaves out none is an
 * issue itself.
 */
export function withoutIgnored(issues: readonly Issue[], modules: readonly SourceModule[]): Issue[] {
  const left = new Set(issues);
  const unused: Issue[] = [];
  for (const module of modules)
    for (const { code, reason, lines, unused: issue } of ignoresIn(module)) {
      const meant = issues.filter(
        (one) =>
          one.code === code &&
          one.source === module.source &&
          lines.includes(one.line ?? 0) &&
          !FIRM.has(one.code),
      );
      if (meant.length === 0 || reason === "") unused.push(issue);
      else for (const one of meant) left.delete(one);
    }
  return [...left, ...unused];
}

function ignoresIn(module: SourceModule): Ignore[] {
  const { source, text, tree } = module;
  const found = [...text.matchAll(COMMENT)];
  if (found.length === 0) return [];
  const texts: [number, number][] = [];
  walk(tree, ({ type, start, end }) => {
    if (type === "Literal" || type === "TemplateElement") texts.push([start, end]);
  });
  const comments = found.filter(({ index }) => !texts.some(([from, to]) => from < index && index < to));
  const ignoredLines = new Set(comments.map(({ index }) => placeIn(text, index).line));
  return comments.map(({ index, 1: code = "", 2: reason = "" }) => {
    const place = placeIn(text, index);
    let next = place.line + 1;
    // Comments for one line stand below each other.
    while (ignoredLines.has(next)) next += 1;
    const message =
      reason.trim() === ""
        ? `the comment gives no reason, so it leaves out nothing`
        : `there is no ${code} on this line or the next that a comment can leave out`;
    const fix = reason.trim() === "" ? "write it as // caracal-ignore CODE: reason" : "remove the comment";
    const unused: Issue = { code: "RULE_IGNORE_UNUSED", message, source, ...place, fix };
    return { code, reason: reason.trim(), lines: [place.line, next], unused };
  });
}
