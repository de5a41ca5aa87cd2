import { CaracalError } from "../base/caracal-error.ts";
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
    const message = `it does not parse: ${cause instanceof Error ? firstLine(cause.message) : String(cause)}`;
    throw new CaracalError({ code: "RULE_FILE_BROKEN", source: file, message }, { cause });
  }
}

function firstLine(text: string): string {
  return text.split("\n").find((line) => line.trim() !== "") ?? "";
}
