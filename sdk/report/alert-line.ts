import { visible } from "../base/visible.ts";
import type { Alert } from "../engine/alert.ts";
import { principalOf, STYLES } from "./alerts-table.ts";
import { formatCount } from "./format-count.ts";
import { type Paint, plain } from "./paint.ts";

/**
 * An alert as it is now on one line, for people who watch alerts come and grow.
 *
 * @example
 * // 2026-08-12 13:49:58  HIGH      20 failed Bedrock calls by …  111122223333:user/ci  60 events  bcc88549
 */
export function alertLine(alert: Alert, paint: Paint = plain): string {
  const { alertId, severity, title, lastEventTime, eventCount } = alert;
  const parts = [
    lastEventTime.slice(0, 19).replace("T", " "),
    paint(STYLES[severity], severity.padEnd("CRITICAL".length)),
    paint("bold", visible(title)),
    visible(principalOf(alert)),
    formatCount(eventCount, "event"),
    paint("dim", alertId.slice(0, 8)),
  ];
  return `${parts.join("  ")}\n`;
}
