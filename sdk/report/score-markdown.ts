import type { Scores } from "../score/scores.ts";
import { formatCount } from "./format-count.ts";
import { scoreSheets, type Sheet } from "./score-sheets.ts";

/** Scores as Markdown: a heading and a table for each part. */
export function scoreMarkdown(scores: Scores): string {
  const { ruleErrors } = scores;
  const errors = ruleErrors === 0 ? [] : [`${formatCount(ruleErrors, "rule error")}.\n`];
  const parts = scoreSheets(scores).map((sheet) => `### ${sheet.title}\n\n${sheetMarkdown(sheet)}`);
  return [...parts, ...errors].join("\n");
}

/** A sheet as a table in Markdown. */
export function sheetMarkdown({ columns, rows }: Sheet): string {
  const marks = columns.map(({ align }) => (align === "right" ? "--:" : "---"));
  return [columns.map(({ title }) => title), marks, ...rows].map(line).join("");
}

/** Neither a pipe nor a line's end may end a cell. */
function line(cells: readonly string[]): string {
  return `| ${cells.map((text) => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ")).join(" | ")} |\n`;
}
