import sum from "lodash/sum.js";
import { visible } from "../base/visible.ts";
import { type Paint, plain, type Style } from "./paint.ts";

/** A column of a table. */
export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => string;
  readonly style?: (row: Row) => Style;
  readonly align?: "right";
  /** May be cut short to fit, down to this many characters. */
  readonly atLeast?: number;
}

export interface TableOptions {
  /** Characters to a line. Default: as many as it takes. */
  readonly width?: number;
  readonly paint?: Paint;
}

const GAP = "  ";

/** Rows as a table with a heading, one line each. Texts from logs lose their control characters. */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  options: TableOptions = {},
): string {
  const { width = Number.POSITIVE_INFINITY, paint = plain } = options;
  const cells = rows.map((row) => columns.map(({ value }) => visible(value(row))));
  const widths = fit(
    columns.map(({ title }, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0))),
    columns,
    width,
  );
  const line = (texts: readonly string[], styleOf: (at: number) => Style | undefined): string => {
    const parts = texts.map((text, at) => {
      const cell = pad(text, widths[at] ?? 0, columns[at]?.align);
      const style = styleOf(at);
      return style === undefined ? cell : paint(style, cell);
    });
    return parts.join(GAP).trimEnd();
  };
  const head = line(
    columns.map(({ title }) => title),
    () => "dim",
  );
  return [head, ...rows.map((row, at) => line(cells[at] ?? [], (column) => columns[column]?.style?.(row)))]
    .map((text) => `${text}\n`)
    .join("");
}

/** Takes from the widest column that may give, until the line fits. */
function fit<Row>(wanted: readonly number[], columns: readonly Column<Row>[], width: number): number[] {
  const widths = [...wanted];
  for (let excess = sum(widths) + GAP.length * (widths.length - 1) - width; excess > 0; excess--) {
    const spare = (at: number): number =>
      (widths[at] ?? 0) - (columns[at]?.atLeast ?? Number.POSITIVE_INFINITY);
    const widest = widths.keys().reduce((best, at) => (spare(at) > spare(best) ? at : best), 0);
    if (spare(widest) <= 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function pad(text: string, width: number, align: "right" | undefined): string {
  const cut = text.length <= width ? text : `${text.slice(0, width - 1)}…`;
  return align === "right" ? cut.padStart(width) : cut.padEnd(width);
}
