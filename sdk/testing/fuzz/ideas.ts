import type { JsonValue } from "../../base/json.ts";
import type { Dictionary, Word } from "./dictionary.ts";
import type { LogModel } from "./log-model.ts";
import {
  HUGE_TEXT,
  LONG_LIST,
  ODD_DAYS,
  ODD_HOURS,
  ODD_JSON,
  ODD_NUMBERS,
  ODD_TEXTS,
  ODD_TIMES,
  SLOW_TEXTS,
} from "./odd-values.ts";
import { isIndex, type Place, valueAt } from "./place.ts";
import type { RandomValues } from "./random-values.ts";
import { type Shape, shapeAt } from "./shape.ts";
import type { StandardSource } from "./standard-sources.ts";
import { TYPICAL_TIME, typicalValue } from "./typical-value.ts";
import { ANY_KEY } from "./watch-event.ts";

/** A value to try; `undefined` is none. */
export type Idea = JsonValue | undefined;

/** Values to try at a place of an input, which begins with the name of the record. */
export interface Ideas {
  /** The places of the input that a place of the events is made of: of a field such as `p_any_emails`, several. */
  readonly sources: (place: Place) => readonly Place[];
  /** Each kind of value, and none. */
  readonly kinds: (place: Place) => readonly Idea[];
  /** What the rule's source says near the place's name, the nearest first. */
  readonly near: (place: Place) => readonly Idea[];
  /** All that the rule's source says, and what stands at the edges. */
  readonly edges: (place: Place) => readonly Idea[];
  /** What is long: slow to read, or too long to repeat. */
  readonly long: (place: Place) => readonly Idea[];
  /** What the sources say that the rule calls. */
  readonly far: (place: Place) => readonly Idea[];
  /** Anything. */
  readonly random: (place: Place) => Idea;
}

/** Where {@link Ideas} come from. */
export interface IdeaSources {
  /** By the names of the records. */
  readonly models: ReadonlyMap<string, LogModel>;
  readonly own: Dictionary;
  readonly far: Dictionary;
  readonly random: RandomValues;
}

/** Texts that are joined in pairs, for what must begin with one and end with another. */
const JOINED = 12;

/** How many minutes a year has. */
const YEAR = 525_600;

/** What makes an address of the beginning of one. */
const ENDS: readonly string[] = ["1", "0.1", "0.0.1"];

/** Makes the {@link Ideas} for a rule. */
export function ideasFor({ models, own, far, random }: IdeaSources): Ideas {
  const few = own.texts.slice(0, JOINED);
  const said = [
    ...own.texts,
    ...[...own.expressions, ...far.expressions].flatMap(random.matching),
    ...few.flatMap((one) => few.map((other) => one + other)),
  ];
  const numbers = [...around(own.numbers), ...ODD_NUMBERS];
  const edgeTexts = [...said, ...ODD_TEXTS];
  const sourcesOf = new Map([...models].map(([name, model]) => [name, sourcesByField(model)]));
  const fieldsOf = new Map([...models].map(([name, model]) => [name, fieldsByPlace(model)]));

  function shapeOf([record = "", ...place]: Place): Shape | undefined {
    const model = models.get(record);
    return model && shapeAt(model.shape, place);
  }

  function kinds(place: Place): readonly Idea[] {
    const shape = shapeOf(place);
    if (shape === undefined) return [];
    if (place.at(-1) === ANY_KEY) return [{ a: "b" }, "a", 1];
    const [record = "", ...at] = place;
    const typical = valueAt(models.get(record)?.full, at) ?? typicalValue(shape, place.at(-1) ?? "");
    return [...(shape.isRequired ? [] : [undefined, null]), ...kindsOf(shape, typical)];
  }

  function near(place: Place): readonly Idea[] {
    const shape = shapeOf(place);
    const [record = "", ...at] = place;
    const words = own.near(place.findLast((key) => !isIndex(key)) ?? "");
    const standard =
      fieldsOf
        .get(record)
        ?.get(keyOf(at))
        ?.flatMap(({ field }) => own.near(field)) ?? [];
    if (shape?.kind === "time")
      return timesOf([...words, ...standard]).map((time) => models.get(record)?.write(time, at));
    const typical = valueAt(models.get(record)?.full, at);
    const fitted = [...words, ...standard].flatMap((word) => {
      if (word instanceof RegExp) return fitting(shape, random.matching(word), []);
      return typeof word === "string" ? fitting(shape, [word], []) : fitting(shape, [], around([word]));
    });
    return [...fitted, ...fitting(shape, completed(standard, typical), [])];
  }

  function edges(place: Place): readonly Idea[] {
    const shape = shapeOf(place);
    const [record = "", ...at] = place;
    if (shape?.kind === "time") return ODD_TIMES.map((time) => models.get(record)?.write(time, at));
    return [...fitting(shape, edgeTexts, numbers), ...(shape?.kind === "json" ? ODD_JSON : [])];
  }

  function anyTime([record = "", ...at]: Place): Idea {
    if (shapeOf([record, ...at])?.kind !== "time") return undefined;
    const time = new Date(TYPICAL_TIME.getTime() + random.below(YEAR) * 60_000);
    return models.get(record)?.write(time, at);
  }

  return {
    sources([record = "", ...at]) {
      const [field = ""] = at;
      return (
        sourcesOf
          .get(record)
          ?.get(field)
          ?.map(({ place }) => [record, ...place]) ?? [[record, ...at]]
      );
    },
    kinds,
    near,
    edges,
    long: (place) => [
      ...fitting(shapeOf(place), [HUGE_TEXT, ...SLOW_TEXTS], []),
      ...(shapeOf(place)?.kind === "json" ? [LONG_LIST] : []),
    ],
    far: (place) => fitting(shapeOf(place), far.texts, around(far.numbers)),
    random(place) {
      const shape = shapeOf(place);
      switch (random.below(4)) {
        case 0:
          return random.pick(kinds(place));
        case 1:
          return random.pick(near(place));
        case 2:
          return random.pick(fitting(shape, [...said, ...ODD_TEXTS], numbers));
        default:
          return anyOf(shape, random) ?? anyTime(place) ?? random.pick(edges(place));
      }
    },
  };
}

function fitting(
  shape: Shape | undefined,
  texts: readonly JsonValue[],
  numbers: readonly number[],
): readonly JsonValue[] {
  switch (shape?.kind) {
    case "text":
      return texts;
    case "integer":
      return numbers.filter(Number.isSafeInteger);
    case "number":
      return numbers;
    case "json":
      return [...texts, ...numbers];
    default:
      return [];
  }
}

function anyOf(shape: Shape | undefined, random: RandomValues): Idea {
  switch (shape?.kind) {
    case "text":
      return random.text();
    case "integer":
      return random.integer();
    case "number":
      return random.number();
    case "json":
      return random.json();
    default:
      return undefined;
  }
}

function kindsOf({ kind, element, allowed }: Shape, typical: JsonValue): readonly Idea[] {
  switch (kind) {
    case "text":
      return allowed ?? ["", typical, {}];
    case "integer":
    case "number":
      return [0, -1, "text", typical];
    case "boolean":
      return [true, false];
    case "time":
      return ["text"];
    case "object":
      return [{}, [], typical];
    case "list": {
      const one = element === undefined ? null : typicalValue(element, "");
      return [[], {}, [one], [one, one, one], Array.from({ length: 100 }, () => one), typical];
    }
    default:
      return [{}, [], "", "text", 0, 1, true, false, [{}], ["text"], [null], [{}, {}]];
  }
}

function sourcesByField({ sources }: LogModel): ReadonlyMap<string, readonly StandardSource[]> {
  return Map.groupBy(sources, ({ field }) => field);
}

function fieldsByPlace({ sources }: LogModel): ReadonlyMap<string, readonly StandardSource[]> {
  return Map.groupBy(sources, ({ place }) => keyOf(place));
}

function keyOf(place: Place): string {
  return place.join("\0");
}

/** Texts that hold a word and may still be taken for an indicator: what a condition says may be only a part of one. */
function completed(words: readonly Word[], typical: JsonValue | undefined): readonly string[] {
  if (typeof typical !== "string") return [];
  return words
    .filter((word) => typeof word === "string")
    .flatMap((word) => [typical + word, word + typical, ...ENDS.map((end) => word + end)]);
}

/** Times with an hour, or on a day of the week, that the source says. */
function timesOf(words: readonly Word[]): readonly Date[] {
  const numbers = new Set(around(words.filter((word) => typeof word === "number")));
  return [...numbers].flatMap((number) => [
    ...ODD_HOURS.filter((time) => time.getUTCHours() === number),
    ...ODD_DAYS.filter((time) => time.getUTCDay() === number),
  ]);
}

/** Numbers, and those beside them. */
function around(numbers: readonly number[]): readonly number[] {
  return numbers.flatMap((number) => [number, number + 1, number - 1]);
}
