import { readFileSync } from "node:fs";
import type { Paint } from "../report/paint.ts";
import type { Frame } from "../testing/reporter/test-results.ts";

/** Lines that are shown before and after the one that is meant. */
const AROUND = 2;

/** Lines that are longer are not written by hand: they say nothing. */
const LONGEST = 200;

/** The lines of a file around a place, numbered, with the place marked; nothing of a file that cannot be read. */
export function codeFrame({ file, line, column }: Frame, paint: Paint): string[] {
  const lines = textOf(file)?.split(/\r?\n/) ?? [];
  const first = Math.max(1, line - AROUND);
  const shown = lines.slice(first - 1, line + AROUND);
  if (line > lines.length || shown.some((text) => text.length > LONGEST)) return [];
  const width = String(first + shown.length - 1).length;
  return shown.flatMap((text, index) => {
    const isMeant = first + index === line;
    const number = paint("dim", `${String(first + index).padStart(width)} |`);
    const mark = `${" ".repeat(width)} ${paint("dim", "|")} ${text.slice(0, column - 1).replace(/\S/g, " ")}`;
    const written = `${number} ${text}`.trimEnd();
    return isMeant && column <= text.length ? [written, `${mark}${paint("red", "^")}`] : [written];
  });
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
