import { checkPattern } from "./check-pattern.ts";
import { shown } from "./describe-choice.ts";
import { doubtful, type Finding, wrong } from "./finding.ts";
import { list, type Path, type RawValue } from "./raw-schema.ts";
import { strftimeProblem } from "./strftime.ts";

/** How times are written. */
export function* checkTimes(values: readonly RawValue[]): Generator<Finding> {
  for (const { raw, path } of values) {
    const { timeFormat, timeFormats } = raw;
    if (raw.type !== "timestamp") continue;
    if (timeFormat !== undefined && timeFormats !== undefined) {
      const finding = wrong(path, "timeFormat and timeFormats are both there", "keep timeFormats");
      yield { ...finding, key: "timeFormat" };
    }
    yield* checkFormat(timeFormat, [...path, "timeFormat"]);
    for (const [index, format] of list(timeFormats).entries())
      yield* checkFormat(format, [...path, "timeFormats", index]);
    yield* checkShadows(list(timeFormats), [...path, "timeFormats"]);
    if (raw.isExpiration === true)
      yield doubtful([...path, "isExpiration"], "has no effect here", "leave it out");
  }
}

function* checkFormat(format: unknown, path: Path): Generator<Finding> {
  if (typeof format === "string" && format.includes("%")) yield* checkPattern(format, strftimeProblem, path);
}

/** A format that is never of use, because one before it reads whatever it could. */
function* checkShadows(formats: readonly unknown[], path: Path): Generator<Finding> {
  for (const [index, format] of formats.entries()) {
    const earlier = formats.slice(0, index).find((one) => readsAllOf(one, format));
    if (earlier === undefined) continue;
    yield doubtful([...path, index], `${shown(earlier)} before it reads the same`, "leave one of them out");
  }
}

const UNITS: readonly unknown[] = ["unix", "unix_ms", "unix_us", "unix_ns"];

/** Numbers of another unit are times too, only other ones, unless they are a million times too large. */
function readsAllOf(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  const [unit, otherUnit] = [UNITS.indexOf(one), UNITS.indexOf(other)];
  if (one === "unix_auto") return otherUnit !== -1;
  if (one === "cloudflare") return otherUnit !== -1 || other === "unix_auto" || other === "rfc3339";
  return unit !== -1 && otherUnit !== -1 && otherUnit - unit <= 1;
}

/** Without it the time of reading would be the event's. */
export function* checkEventTime(values: readonly RawValue[]): Generator<Finding> {
  if (values.length === 0 || values.some(({ raw }) => raw.isEventTime === true)) return;
  const message = "no timestamp is the event's time, so the time of reading will be";
  yield doubtful(["schema"], message, "mark the one that tells when it happened with isEventTime: true");
}
