import type { Issue } from "../base/issue.ts";
import { placeIn } from "./place-in.ts";
import type { SyntaxNode } from "./syntax-node.ts";

/** A module that is looked at: its text, and the syntax tree of it. */
export interface SourceModule {
  /** The file as the user names it. */
  readonly source: string;
  readonly text: string;
  readonly tree: SyntaxNode;
}

/** An issue at the place of a node: its beginning. */
export function issueAt(
  { source, text }: SourceModule,
  { start }: SyntaxNode,
  issue: Pick<Issue, "code" | "message" | "fix">,
): Issue {
  return { ...issue, source, ...placeIn(text, start) };
}

/** The text of a node on one line, cut where it is long. */
export function textOf({ text }: SourceModule, { start, end }: SyntaxNode): string {
  const line = text.slice(start, end).replaceAll(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
