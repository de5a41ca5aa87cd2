import type { Alert } from "../engine/alert.ts";
import { alertLine } from "../report/alert-line.ts";
import { alertsTable } from "../report/alerts-table.ts";
import type { TableOptions } from "../report/table.ts";
import { isAtLeast, type Severity } from "../rule/severity.ts";
import type { Format } from "./formats.ts";
import { paintFor, widthOf } from "./terminal.ts";
import type { TextFile } from "./text-file.ts";

export interface AlertOutputOptions {
  readonly format: Format;
  /** The file to write to. Default: standard output. */
  readonly file?: TextFile;
  readonly minSeverity?: Severity;
  /** Whether alerts are written as they come, also for people. */
  readonly live?: boolean;
}

/** Writes alerts as they come. */
export interface AlertOutput {
  write(alerts: readonly Alert[]): void;
  /** Writes what has to wait for the end: a table knows its widths only then. */
  end(): void;
}

/** Makes what writes alerts. A file that holds some already is gone on with. */
export function alertOutput({ format, file, minSeverity = "INFO", live }: AlertOutputOptions): AlertOutput {
  const print = (text: string): void => {
    if (file === undefined) process.stdout.write(text);
    else file.write(text);
  };
  const look: TableOptions =
    file === undefined ? { ...widthOf(process.stdout), paint: paintFor(process.stdout) } : {};
  const isWanted = ({ severity }: Alert): boolean => isAtLeast(severity, minSeverity);
  const shown: Alert[] = [];
  let isFirst = (file?.flush() ?? 0) === 0;
  return {
    write(alerts) {
      for (const alert of alerts.filter(isWanted)) {
        if (format === "ndjson") print(`${JSON.stringify(alert)}\n`);
        else if (format === "json") print(`${isFirst ? "[" : ","}\n${JSON.stringify(alert)}`);
        else if (live === true) print(alertLine(alert, look.paint));
        else shown.push(alert);
        isFirst = false;
      }
    },
    end() {
      if (format === "json") print(isFirst ? "[]\n" : "\n]\n");
      if (format === "pretty" && live !== true)
        print(shown.length === 0 ? "No alerts.\n" : alertsTable(shown, look));
    },
  };
}
