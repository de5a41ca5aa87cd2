import { pathToFileURL } from "node:url";
import { CaracalError } from "../base/caracal-error.ts";
import type { Issue } from "../base/issue.ts";

/**
 * What an error that came up while a rule file was loaded says of the file.
 *
 * @param source the file as the user names it
 */
export function loadIssues(error: unknown, file: string, source: string): Issue[] {
  const place = placeInFile(error, file);
  if (error instanceof CaracalError) {
    return error.issues.map((issue) => ({
      ...issue,
      source,
      ...place,
      message: issue.source === undefined ? issue.message : `${issue.source}: ${issue.message}`,
    }));
  }
  const why = error instanceof Error ? `${error.name}: ${error.message.split("\n")[0]}` : String(error);
  const kind = error instanceof SyntaxError ? "does not compile" : "cannot be loaded";
  return [{ code: "RULE_FILE_BROKEN", source, ...place, message: `${kind}: ${why}` }];
}

/** Where in a file an error came up, as far as its stack tells. */
function placeInFile(error: unknown, file: string): Pick<Issue, "line" | "column"> {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  for (const name of [pathToFileURL(file).href, file]) {
    for (let at = stack.indexOf(`${name}:`); at !== -1; at = stack.indexOf(`${name}:`, at + 1)) {
      const [, line, column] = /^:(\d+)(?::(\d+))?/.exec(stack.slice(at + name.length)) ?? [];
      if (line === undefined) continue;
      return { line: Number(line), ...(column !== undefined && { column: Number(column) }) };
    }
  }
  return {};
}
