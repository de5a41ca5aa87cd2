import type { Asked, Level, Look, ModuleParts, Part } from "./recorder.ts";
import { indented } from "./fold.ts";
import { showValue } from "./show-value.ts";

/** Values that are shown beside a part. */
const LOOKS = 4;

/** How often a part is shown that was asked again and again, as of each element of a list. */
const ASKED = 2;

/** How deep parts within parts are shown. */
const DEEPEST = 6;

/** Where parts are padded to, so that their places stand below each other. */
const WIDEST = 60;

/** The parts that were asked, with their places and what they looked at; and beside them those that were not asked. */
export function partLines({ below: asked, skipped }: Level, depth = 0): string[] {
  const shown = asked.filter(
    (one, at) => timesBefore(asked, at) < ASKED && one.module.parts[one.at] !== undefined,
  );
  const rows = [...shown, ...unasked(asked)].toSorted(bySource(asked));
  const width = Math.min(WIDEST, Math.max(0, ...rows.map((row) => partOf(row).text.length)));
  const lines = rows.flatMap((row) => [
    lineOf(row, width),
    ...("below" in row && depth < DEEPEST ? indented(partLines(row, depth + 1)) : []),
  ]);
  const hidden = asked.length - shown.length + skipped;
  return hidden > 0 ? [...lines, `…and ${hidden} more like this`] : lines;
}

/** What was looked at, each thing once: `event.errorCode = undefined`. */
export function lookText(looks: readonly Look[]): string {
  const shown = new Map<string, string>();
  const values = new Set<string>();
  // A field is told by its own name, and not again by what the rule calls it.
  for (const isField of [true, false]) {
    for (const { name: written, value, why = "" } of looks) {
      const text = isFieldName(written) === isField ? showValue(value) : undefined;
      const name = isField ? plain(written) : written;
      if (text === undefined || shown.has(name) || (!isField && values.has(text))) continue;
      shown.set(name, `${text}${why}`);
      values.add(text);
    }
  }
  const texts = [...shown].map(([name, text]) => `${name} = ${text}`);
  return texts.length > LOOKS ? `${texts.slice(0, LOOKS).join(", ")}, …` : texts.join(", ");
}

/** Where something is in a rule's source. */
export function placeOf({ module, at }: Pick<Asked, "module" | "at">): string {
  const { line = 0, column = 0 } = module.parts[at] ?? {};
  return `${module.file}:${line}:${column}`;
}

/** The innermost part that was asked and never answered, when something threw. */
export function thrower({ below }: Level): Asked | undefined {
  const last = below.at(-1);
  if (last === undefined || last.answer !== undefined) return undefined;
  return thrower(last) ?? last;
}

type Row = Asked | Pick<Asked, "module" | "at">;

function lineOf(row: Row, width: number): string {
  const { text } = partOf(row);
  if (!("below" in row)) return `  ${text.padEnd(width)}  not asked`;
  const mark = row.answer === undefined ? "!" : row.answer.value ? "✓" : "✗";
  const looks = lookText(row.looks);
  return `${mark} ${text.padEnd(width)}  ${placeOf(row)}${looks === "" ? "" : `   ${looks}`}`;
}

/** The parts of the same tests that were left out, because the others had said enough. */
function unasked(asked: readonly Asked[]): Row[] {
  const rows: Row[] = [];
  for (const [module, own] of Map.groupBy(asked, (one) => one.module)) {
    const wholes = new Set(own.map((one) => partOf(one).whole));
    const known = new Set(own.map(({ at }) => at));
    for (const [at, { kind, whole }] of module.parts.entries())
      if (kind === "part" && wholes.has(whole) && !known.has(at)) rows.push({ module, at });
  }
  return rows;
}

/** Wholes in the order in which they were asked, the parts of each as they are written; what is asked again comes after. */
function bySource(asked: readonly Asked[]): (one: Row, other: Row) => number {
  const key = (module: ModuleParts, whole: number): number =>
    asked.findIndex((row) => row.module === module && partOf(row).whole === whole);
  const rank = (row: Row): number => key(row.module, partOf(row).whole);
  const round = (row: Row): number => ("below" in row ? timesBefore(asked, asked.indexOf(row)) : 0);
  return (one, other) => rank(one) - rank(other) || round(one) - round(other) || one.at - other.at;
}

function timesBefore(asked: readonly Asked[], until: number): number {
  const one = asked[until];
  let times = 0;
  for (let at = 0; at < until && times < ASKED; at++)
    if (asked[at]?.at === one?.at && asked[at]?.module === one?.module) times++;
  return times;
}

const NO_PART: Part = { kind: "part", text: "", line: 0, column: 0, whole: -1 };

function partOf({ module, at }: Row): Part {
  return module.parts[at] ?? NO_PART;
}

function isFieldName(name: string): boolean {
  return /^event[.[?!]/.test(name);
}

/** A field as it is called when it is read, however the rule writes it: `event.a?.b`, `event.a!.b`. */
function plain(name: string): string {
  return name.replace(/\?\.(?=\[)|[?!](?=[.[])/g, "");
}
