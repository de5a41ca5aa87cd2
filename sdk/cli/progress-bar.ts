import { formatDuration } from "date-fns/formatDuration";
import { intervalToDuration } from "date-fns/intervalToDuration";
import { formatCount } from "../report/format-count.ts";

const WIDTH = 24;
const EVERY_MS = 100;

/** Draws how far a run is on one line of a terminal, and nothing anywhere else. */
export interface ProgressBar {
  /**
   * @param bytes how many more have been read
   * @param records how many there have been so far
   */
  advance(bytes: number, records: number): void;
  /** Clears the line, for what is printed next. */
  clear(): void;
}

/** @param total bytes there are to read; 0 when that is not known */
export function progressBar(stream: NodeJS.WriteStream, total: number): ProgressBar {
  const start = performance.now();
  let read = 0;
  let drawn = start;
  let isDrawn = false;
  return {
    advance(bytes, records) {
      read += bytes;
      const now = performance.now();
      if (!stream.isTTY || now - drawn < EVERY_MS) return;
      drawn = now;
      isDrawn = true;
      stream.write(`\r\u001b[K${line(read, total, records, now - start).slice(0, stream.columns - 1)}`);
    },
    clear() {
      if (isDrawn) stream.write("\r\u001b[K");
      isDrawn = false;
    },
  };
}

function line(read: number, total: number, records: number, milliseconds: number): string {
  const rate = `${formatCount(Math.round((records / milliseconds) * 1_000))} records/s`;
  if (total === 0) return `${formatCount(records, "record")}  ${rate}`;
  const part = Math.min(1, read / total);
  const bar = "█".repeat(Math.round(part * WIDTH)).padEnd(WIDTH, "░");
  const left = part === 0 ? 0 : milliseconds / part - milliseconds;
  return `${bar} ${String(Math.floor(part * 100)).padStart(3)} %  ${rate}  ${timeLeft(left)} left`;
}

function timeLeft(milliseconds: number): string {
  const duration = intervalToDuration({ start: 0, end: Math.max(1_000, milliseconds) });
  return formatDuration(duration, { format: ["hours", "minutes", "seconds"] });
}
