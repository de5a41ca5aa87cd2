import { pathToFileURL } from "node:url";
import type { Issue } from "../base/issue.ts";

/** Where in a file an error came up, as far as its stack tells. */
export function placeInFile(error: unknown, file: string): Pick<Issue, "line" | "column"> {
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
