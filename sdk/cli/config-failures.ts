import { relative, resolve } from "node:path";
import type { Code } from "../base/codes.ts";
import type { Issue } from "../base/issue.ts";
import { findDefinitions } from "../lint/find-definitions.ts";
import { loadFailures } from "./load-failures.ts";
import { loadIssues } from "./load-issues.ts";
import { readModules } from "./read-modules.ts";

/** What a code that is about rule files is called where a configuration does not load. */
const CODES: { readonly [code in Code]?: Code } = {
  RULE_FILE_BROKEN: "CONFIG_BROKEN",
  RULE_INVALID: "CONFIG_INVALID",
};

/** Why a configuration does not load, each reason at its place, be it in a module that it imports. */
export async function configFailures(name: string, error: unknown): Promise<Issue[]> {
  const file = resolve(name);
  const read = await readModules([file]);
  // Without the parser the places are as good as the error knows them.
  const isParsed = !read.issues.some(({ code }) => code === "TOOL_MISSING");
  const issues = isParsed
    ? loadFailures(new Map([[file, error]]), [...read.modules.values()].flatMap(findDefinitions), read)
    : loadIssues(error, file, relative(process.cwd(), file));
  return issues.map((issue) => ({ ...issue, code: CODES[issue.code] ?? issue.code }));
}
