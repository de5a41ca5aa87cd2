import type { JsonValue } from "../../base/json.ts";
import type { Dictionary } from "./dictionary.ts";
import type { LogModel } from "./log-model.ts";
import {
  HUGE_TEXT,
  LONG_LIST,
  ODD_JSON,
  ODD_NUMBERS,
  ODD_TEXTS,
  ODD_TIMES,
  SLOW_TEXTS,
} from "./odd-values.ts";
import { isIndex, type Place, valueAt } from "./place.ts";
import type { RandomValues } from "./random-values.ts";
import { type Shape, shapeAt } from "./shape.ts";
import { typicalValue } from "./typical-value.ts";
import { ANY_KEY } from "./watch-event.ts";

/** A value to try; `undefined` is none. */
export type Idea = JsonValue | undefined;

/** Values to try at a place of an input, which begins with the name of the record. */
export interface Ideas {
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
    return own.near(place.findLast((key) => !isIndex(key)) ?? "").flatMap((word) => {
      if (word instanceof RegExp) return fitting(shape, random.matching(word), []);
      return typeof word === "string" ? fitting(shape, [word], []) : fitting(shape, [], around([word]));
    });
  }

  function edges(place: Place): readonly Idea[] {
    const shape = shapeOf(place);
    const [record = "", ...at] = place;
    if (shape?.kind === "time") return ODD_TIMES.map((time) => models.get(record)?.write(time, at));
    return [...fitting(shape, edgeTexts, numbers), ...(shape?.kind === "json" ? ODD_JSON : [])];
  }

  return {
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
          return anyOf(shape, random) ?? random.pick(edges(place));
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

/** Numbers, and those beside them. */
function around(numbers: readonly number[]): readonly number[] {
  return numbers.flatMap((number) => [number, number + 1, number - 1]);
}
