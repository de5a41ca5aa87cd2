import { CaracalError } from "../base/caracal-error.ts";
import type { Issue } from "../base/issue.ts";
import type { SyntaxNode } from "./syntax-node.ts";

/**
 * The syntax tree of a module of TypeScript or JavaScript.
 *
 * @throws CaracalError `TOOL_MISSING` without rolldown, whose parser it is; `RULE_FILE_BROKEN` when it does not parse
 * @example
 * const tree = await parseModule("export const answer: number = 42;", "answer.ts");
 */
export async function parseModule(text: string, file: string): Promise<SyntaxNode> {
  const { parseAst } = await import("rolldown/parseAst").catch((cause: unknown) => {
    const fix = "npm install --save-dev rolldown";
    throw new CaracalError({ code: "TOOL_MISSING", message: "rolldown is not installed", fix }, { cause });
  });
  try {
    return parseAst(text, { lang: /\.[cm]?js$/.test(file) ? "js" : "ts" }, file) as unknown as SyntaxNode;
  } catch (cause) {
    throw new CaracalError({ code: "RULE_FILE_BROKEN", source: file, ...reasonOf(cause) }, { cause });
  }
}

/** What the parser says, which it counts first, and where; it counts columns from 0. */
function reasonOf(cause: unknown): Pick<Issue, "message" | "line" | "column"> {
  const { message, loc } = cause as { message?: string; loc?: { line: number; column: number } };
  const lines = (message ?? String(cause)).split("\n").filter((line) => line.trim() !== "");
  const reason = lines.find((line) => !line.startsWith("Parse failed")) ?? lines[0] ?? "";
  const place = loc === undefined ? {} : { line: loc.line, column: loc.column + 1 };
  return { message: `it does not parse: ${reason}`, ...place };
}
