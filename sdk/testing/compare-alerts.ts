import type { Alert } from "../engine/alert.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { readClock } from "./clock-time.ts";
import { type ExpectedAlert, TIMES } from "./expected-alert.ts";

/** How alerts are compared. */
export interface Comparing extends Pick<Checkpoint, "start" | "ignored"> {
  /** Whether a value is what is expected of it, which may hold matchers; objects may have more keys. */
  readonly matches: (value: unknown, expected: unknown) => boolean;
}

/** Alerts that are not as expected. */
export interface Difference {
  readonly message: string;
  /** Of the alerts what was asked about, to be shown beside what was expected. */
  readonly actual: readonly object[];
  readonly expected: readonly object[];
}

/** How alerts differ from those expected; `undefined` when they do not. */
export function compareAlerts(
  alerts: readonly Alert[],
  expected: readonly ExpectedAlert[],
  comparing: Comparing,
): Difference | undefined {
  const wanted = expected.map((one, at) => wantedOf(one, alerts[at], comparing));
  const wrong = wanted.map((one, at) => wrongKeys(one, alerts[at], comparing));
  if (alerts.length === expected.length && wrong.every((keys) => keys.length === 0)) return undefined;
  return {
    message: messageOf(alerts, expected, wrong),
    actual: alerts.map((alert, at) => partOf(alert, wanted[at] ?? BRIEF) as object),
    expected: wanted,
  };
}

/** What is shown of an alert that nobody expected. */
const BRIEF: ExpectedAlert = { ruleId: "", severity: "INFO", title: "", createdAt: "", eventCount: 0 };

/** What is expected, with times as alerts have them, without what does not matter, and with what goes without saying. */
function wantedOf(
  expected: ExpectedAlert,
  alert: Alert | undefined,
  { start = Number.NaN, ignored = new Set() }: Comparing,
): Record<string, unknown> {
  const isForError = alert?.type === "RULE_ERROR" && expected.type === undefined;
  const wanted: Record<string, unknown> = {
    ...(isForError && { type: "RULE" }),
    ...(alert !== undefined && alert.faults.length > 0 && { faults: [] }),
    ...expected,
  };
  for (const key of TIMES) {
    const moment = wanted[key];
    const isMoment = typeof moment === "string" || moment instanceof Date;
    const time = isMoment ? readClock(moment, start) : undefined;
    if (time !== undefined && !Number.isNaN(time)) wanted[key] = new Date(time).toISOString();
  }
  for (const key of ignored) delete wanted[key];
  return wanted;
}

function wrongKeys(wanted: object, alert: Alert | undefined, { matches }: Comparing): string[] {
  if (alert === undefined) return [];
  return Object.entries(wanted)
    .filter(([key, value]) => !matches(alert[key as keyof Alert], value))
    .map(([key]) => key);
}

function messageOf(
  alerts: readonly Alert[],
  expected: readonly ExpectedAlert[],
  wrong: readonly (readonly string[])[],
): string {
  if (alerts.length !== expected.length)
    return `${alertsOf(alerts.length)}, but ${alertsOf(expected.length)} expected`;
  const at = wrong.findIndex((keys) => keys.length > 0);
  const which = alerts.length === 1 ? "the alert" : `alert ${at + 1} of ${alerts.length}`;
  return `${which} differs in ${(wrong[at] ?? []).join(", ")}`;
}

function alertsOf(count: number): string {
  if (count === 0) return "no alert";
  return count === 1 ? "one alert" : `${count} alerts`;
}

/** The part of a value that something is said about. */
function partOf(value: unknown, wanted: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(wanted))
    return value.map((element, at) => (at in wanted ? partOf(element, wanted[at]) : element));
  if (!isPlain(value) || !isPlain(wanted)) return value;
  const keys = Object.keys(wanted).filter((key) => Object.hasOwn(value, key));
  return Object.fromEntries(keys.map((key) => [key, partOf(value[key], wanted[key])]));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
