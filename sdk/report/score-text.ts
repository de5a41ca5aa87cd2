import type { Scores } from "../score/scores.ts";
import { formatCount } from "./format-count.ts";
import { plain } from "./paint.ts";
import { scoreSheets, type Sheet } from "./score-sheets.ts";
import { type Column, table, type TableOptions } from "./table.ts";

/** Scores as a text for people. */
export function scoreText(scores: Scores, options: TableOptions = {}): string {
  const { paint = plain } = options;
  const { ruleErrors } = scores;
  const errors = ruleErrors === 0 ? [] : [`${paint("red", formatCount(ruleErrors, "rule error"))}\n`];
  const tables = scoreSheets(scores).map(
    (sheet) => `${paint("bold", sheet.title)}\n${sheetTable(sheet, options)}`,
  );
  return [...tables, ...errors].join("\n");
}

function sheetTable({ columns, rows }: Sheet, options: TableOptions): string {
  const drawn = columns.map(
    ({ title, align }, at): Column<readonly string[]> => ({
      title: title.toUpperCase(),
      value: (row) => row[at] ?? "",
      ...(align === undefined ? { atLeast: 16 } : { align }),
    }),
  );
  return table(rows, drawn, options);
}
