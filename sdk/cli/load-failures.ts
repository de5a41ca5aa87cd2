import { dirname, join, relative } from "node:path";
import { CaracalError } from "../base/caracal-error.ts";
import type { Issue } from "../base/issue.ts";
import type { Definition } from "../lint/find-definitions.ts";
import { importsOf } from "../lint/imports.ts";
import { metadataIssues, placed } from "../lint/metadata-issues.ts";
import { issueAt, type SourceModule } from "../lint/source-module.ts";
import type { SyntaxNode } from "../lint/syntax-node.ts";
import { loadIssues } from "./load-issues.ts";
import type { ReadModules } from "./read-modules.ts";

/**
 * Why files do not load, each reason once. A module stops at the first rule that is wrong: the others are told by how
 * they are written.
 */
export function loadFailures(
  failures: ReadonlyMap<string, unknown>,
  definitions: readonly Definition[],
  { modules, issues: unread }: ReadModules,
): Issue[] {
  const sources = new Set([...failures.keys()].map((file) => relative(process.cwd(), file)));
  const issues = [...unread];
  const isRefusal = [...failures.values()].some((error) => codesOf(error).includes("RULE_INVALID"));
  if (isRefusal)
    issues.push(...definitions.filter(({ module }) => sources.has(module.source)).flatMap(metadataIssues));
  const told = new Set<unknown>();
  for (const [file, error] of failures) {
    // The parser tells better where a text stops being code.
    if (told.has(error) || unread.some(({ source = "?" }) => isSyntaxOf(error, source))) continue;
    told.add(error);
    const found = loadIssues(error, file, relative(process.cwd(), file));
    const others = found.filter(({ message }) => !issues.some((issue) => issue.message === message));
    for (const one of others) {
      const definition = definitions.find(({ id }) => id !== undefined && one.message.includes(` ${id}: `));
      issues.push(...(definition === undefined ? [atImport(one, file, modules)] : placed([one], definition)));
    }
  }
  return issues;
}

/** What cannot be found, at the import that names it. */
function atImport(issue: Issue, file: string, modules: ReadonlyMap<string, SourceModule>): Issue {
  const named = /Cannot find (?:module|package) '([^']+)'/.exec(issue.message)?.[1];
  if (named === undefined) return issue;
  for (const [from, module] of [[file, modules.get(file)] as const, ...modules]) {
    const found =
      module && importsOf(module).find((one) => [one.from, join(dirname(from), one.from)].includes(named));
    if (module === undefined || found === undefined) continue;
    const fix = "install the package, or mend the path, with its ending";
    return issueAt(module, found.node.source as SyntaxNode, { ...issue, fix });
  }
  return issue;
}

function codesOf(error: unknown): readonly string[] {
  return error instanceof CaracalError ? error.issues.map(({ code }) => code) : [];
}

function isSyntaxOf(error: unknown, source: string): boolean {
  return error instanceof SyntaxError && error.stack?.includes(source) === true;
}
