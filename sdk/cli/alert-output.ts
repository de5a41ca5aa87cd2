import type { Alert } from "../engine/alert.ts";
import { alertsTable } from "../report/alerts-table.ts";
import { isAtLeast, type Severity } from "../rule/severity.ts";
import type { Format } from "./formats.ts";
import { paintFor, widthOf } from "./terminal.ts";
import { textFile } from "./text-file.ts";

export interface AlertOutputOptions {
  readonly format: Format;
  /** A file to write to. Default: standard output. */
  readonly out?: string;
  readonly minSeverity?: Severity;
}

/** Writes alerts as they come. */
export interface AlertOutput {
  write(alerts: readonly Alert[]): void;
  /** Writes what has to wait for the end: a table knows its widths only then. */
  end(): void;
}

/** @throws CaracalError `OUTPUT_UNWRITABLE` */
export function alertOutput({ format, out, minSeverity = "INFO" }: AlertOutputOptions): AlertOutput {
  const sink =
    out === undefined
      ? { write: (text: string) => void process.stdout.write(text), close: () => {} }
      : textFile(out);
  const look = out === undefined ? { ...widthOf(process.stdout), paint: paintFor(process.stdout) } : {};
  const isWanted = ({ severity }: Alert): boolean => isAtLeast(severity, minSeverity);
  const shown: Alert[] = [];
  let written = 0;
  return {
    write(alerts) {
      for (const alert of alerts.filter(isWanted)) {
        if (format === "pretty") shown.push(alert);
        else if (format === "ndjson") sink.write(`${JSON.stringify(alert)}\n`);
        else sink.write(`${written === 0 ? "[" : ","}\n${JSON.stringify(alert)}`);
        written++;
      }
    },
    end() {
      if (format === "json") sink.write(written === 0 ? "[]\n" : "\n]\n");
      if (format === "pretty") sink.write(shown.length === 0 ? "No alerts.\n" : alertsTable(shown, look));
      sink.close();
    },
  };
}
