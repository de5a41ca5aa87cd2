import { pages, textOf } from "./pages.ts";
import { fileNamed } from "./write-rules.ts";

/** An event and what becomes of it: cells by the heads of their columns. */
export interface Row {
  /** Where it stands: `docs/time.md:41`. */
  readonly at: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** A table of events, and the rules that they run through. */
export interface EventTable {
  readonly at: string;
  /** The block of TypeScript above it, as the file that it names. */
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** Every table whose first column is `time`. */
export const eventTables = pages.flatMap(tablesOf);

function tablesOf(page: string): EventTable[] {
  const tables: EventTable[] = [];
  const lines = textOf(page).split("\n");
  let file = "";
  for (const [index, line] of lines.entries()) {
    file = fileNamed(line) ?? file;
    if (!line.startsWith("| time |")) continue;
    const columns = cellsOf(line);
    const length = lines.slice(index).findIndex((each) => !each.startsWith("|"));
    const rows = lines.slice(index + 2, index + length).map((each, row) => {
      const cells = cellsOf(each);
      return {
        at: `${page}:${index + row + 3}`,
        cells: Object.fromEntries(columns.map((name, column) => [name, cells[column] ?? ""])),
      };
    });
    tables.push({ at: `${page}:${index + 1}`, file, columns, rows });
  }
  return tables;
}

/** The cells of `| 09:00 | ana | |`. */
function cellsOf(line: string): string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}
