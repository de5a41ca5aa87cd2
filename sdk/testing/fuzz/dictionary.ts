/** What the source of a rule says in so many words: what its conditions may wait for. */
export interface Dictionary {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
  readonly expressions: readonly RegExp[];
  /** What stands near a name in the source, as in `event.operation === "Converse"`: the nearest first. */
  readonly near: (name: string) => readonly Word[];
}

/** Longer texts are written for people. */
const LONGEST = 80;

/** How far a text may stand from the name that it is compared with, in characters. */
const NEAR = 120;

const COMMENT = /\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm;

/** Texts for people, and the names of modules. */
const PROSE =
  /\b(id|displayName|description|runbook|reference|status|owner|reason|expires)\s*:\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\bfrom\s*["'][^"'\n]*["']/g;

const TEXT = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\[^])*)`/g;
const NUMBER = /(?<![\w.$])(?:\d[\d_]*(?:\.\d+)?)(?:e\d+)?(?![\w$])/g;
const EXPRESSION =
  /(?<=[(,=:[!&|?{};>]\s*|return\s+)\/((?:[^/\\\n[*]|\\.|\[(?:[^\]\\\n]|\\.)*\])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])*)\/([a-z]*)/g;

/** A text or number, or what a text has to match. */
export type Word = string | number | RegExp;

/** A word, and where it stands in the source. */
interface Literal<T extends Word = Word> {
  readonly value: T;
  readonly index: number;
}

/** Reads the {@link Dictionary} of a source. */
export function readDictionary(source: string): Dictionary {
  const code = source.replace(COMMENT, "").replace(PROSE, "");
  const literals = [...textsIn(code), ...numbersIn(code), ...expressionsIn(code)];
  const values = new Set(literals.map(({ value }) => value));
  const near = new Map<string, readonly Word[]>();
  return {
    texts: [...values].filter((value) => typeof value === "string"),
    numbers: [...values].filter((value) => typeof value === "number"),
    expressions: [...values].filter((value) => value instanceof RegExp),
    near(name) {
      let found = near.get(name);
      if (found === undefined) near.set(name, (found = nearIn(code, name, literals)));
      return found;
    },
  };
}

function textsIn(code: string): Literal<string>[] {
  return allTextsIn(code).filter(({ value }) => value !== "" && value.length <= LONGEST);
}

/** Of a template the parts between what is filled in. */
function allTextsIn(code: string): Literal<string>[] {
  return [...code.matchAll(TEXT)].flatMap(({ index, 1: double, 2: single, 3: template = "" }) =>
    (double === undefined && single === undefined
      ? template.split(/\$\{[^}]*\}/)
      : [double ?? single ?? ""]
    ).map((text) => ({ index, value: unescaped(text) })),
  );
}

/** All texts of a source, those for people too. */
export function textsOf(source: string): string[] {
  return allTextsIn(source.replace(COMMENT, "")).map(({ value }) => value);
}

function unescaped(text: string): string {
  return text.replace(/\\(u[\da-f]{4}|x[\da-f]{2}|.)/gis, (_, code: string) => {
    if (code.length > 1) return String.fromCharCode(parseInt(code.slice(1), 16));
    return { n: "\n", t: "\t", r: "\r", "0": "\0" }[code] ?? code;
  });
}

function numbersIn(code: string): Literal[] {
  return [...code.matchAll(NUMBER)]
    .map(({ index, 0: text }) => ({ index, value: Number(text.replaceAll("_", "")) }))
    .filter(({ value }) => Number.isFinite(value));
}

function expressionsIn(code: string): Literal[] {
  return [...code.matchAll(EXPRESSION)].flatMap(({ index, 1: source = "", 2: flags = "" }) => {
    try {
      return [{ index, value: new RegExp(source, flags.replace(/[gy]/g, "")) }];
    } catch {
      return [];
    }
  });
}

/** Nearest first. */
function nearIn(code: string, name: string, literals: readonly Literal[]): Word[] {
  if (!/^[\w$]+$/.test(name)) return [];
  const pattern = new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`, "g");
  const places = [...code.matchAll(pattern)].map(({ index }) => index);
  const near = literals.map(({ value, index }) => {
    const distances = places.map((place) => (index >= place ? index - place : (place - index) * 2));
    return { value, distance: Math.min(Infinity, ...distances) };
  });
  const found = near.filter(({ value, distance }) => distance < NEAR && value !== name);
  return [
    ...new Set(found.toSorted((one, other) => one.distance - other.distance).map(({ value }) => value)),
  ].slice(0, 8);
}

/** Two dictionaries as one; the words of the first come first. */
export function joinDictionaries(one: Dictionary, other: Dictionary): Dictionary {
  const expressions = new Map([...one.expressions, ...other.expressions].map((each) => [String(each), each]));
  return {
    texts: [...new Set([...one.texts, ...other.texts])],
    numbers: [...new Set([...one.numbers, ...other.numbers])],
    expressions: [...expressions.values()],
    near: (name) => [...new Set([...one.near(name), ...other.near(name)])],
  };
}
