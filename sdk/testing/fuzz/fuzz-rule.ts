import type * as FastCheck from "fast-check";
import type { LogType } from "../../event/log-type.ts";
import type { Detection } from "../../rule/step.ts";
import { isMatched } from "./ask.ts";
import { joinDictionaries, readDictionary, textsOf } from "./dictionary.ts";
import { type Examined, type Examiner, examinerOf, type Input } from "./examiner.ts";
import { meantTexts } from "./judge.ts";
import { ideasFor } from "./ideas.ts";
import { isUsual } from "./is-usual.ts";
import { type LogModel, logModel } from "./log-model.ts";
import { type Place, valueAt, withValue } from "./place.ts";
import { faultOf, type Frame, isSameFault, type Problem } from "./problem.ts";
import { randomValues } from "./random-values.ts";
import { search } from "./search.ts";
import { allPlaces, fullInput, oddInputs, seedInputs } from "./seed-inputs.ts";
import { shapeAt } from "./shape.ts";
import { shrinkInput } from "./shrink-input.ts";
import { type Subject, subjectsOf } from "./subject.ts";

export interface FuzzOptions {
  readonly logTypes: readonly LogType[];
  /** fast-check, which is not needed for anything else. */
  readonly fc: typeof FastCheck;
  readonly seed: number;
  /** How many records are tried, at most. */
  readonly runs: number;
  /** How long, in milliseconds, at most. */
  readonly milliseconds: number;
  /** How many milliseconds a rule may take for an event. */
  readonly budget: number;
  /** The clock, in milliseconds. */
  readonly now: () => number;
  /** The text of the rule's file and of those that it imports from beside it: what its conditions may wait for. */
  readonly source?: string;
  /** The text of other modules that it calls. */
  readonly calls?: string;
  /** Whether a frame of a stack is in the rule's own files. Default: all are. */
  readonly isOwn?: (frame: Frame) => boolean;
  /** Told of each input before the rule sees it, as JSON: should the rule never end, it was this one. */
  readonly onInput?: (text: string, subject: Subject) => void;
  /** Told before each call of a function of the rule: should it never return, it was this one. */
  readonly onCall?: (name: string) => void;
  /** Told after each call. */
  readonly onReturn?: () => void;
}

/** A fault of a rule, and the smallest records found that show it. */
export interface Fault {
  readonly problem: Problem;
  readonly subject: Subject;
  readonly input: Input;
  /** What the function is called with: an event first, of a correlation's alert the steps. */
  readonly args: readonly unknown[];
}

/** What came of fuzzing a rule. */
export interface FuzzResult {
  readonly faults: readonly Fault[];
  /** How many inputs were tried. */
  readonly runs: number;
  /** Whether an input made it match, so that all its functions were called. */
  readonly isReached: boolean;
}

/** More faults of one rule than anybody reads at once. */
const MOST_FAULTS = 10;

/** How long each input may be made smaller, in milliseconds. */
const SHRINKING = 3_000;

/** Problems that only a thorough look finds again. */
const THOROUGH = new Set(["RULE_MUTATES", "RULE_UNSTABLE"]);

/**
 * Asks a rule about events that its log types' schemas allow, and that its conditions let pass, and tells where it throws,
 * changes its event, answers differently when asked again, or says too much.
 *
 * @example
 * const { faults } = fuzzRule(rule, { logTypes, fc, seed: 1, runs: 1_000, milliseconds: 1_000, budget: 10, now });
 */
export function fuzzRule(rule: Detection, options: FuzzOptions): FuzzResult {
  const subjects = subjectsOf(rule);
  const start = options.now();
  const results = subjects.map((subject, index) => {
    const share = (index + 1) / subjects.length;
    const until = start + options.milliseconds * share;
    return fuzzSubject(rule, subject, { ...options, until, runs: Math.ceil(options.runs / subjects.length) });
  });
  const faults = new Map<string, Fault>();
  for (const fault of results.flatMap((one) => one.faults)) {
    const key = faultOf(fault.problem);
    if (!faults.has(key)) faults.set(key, fault);
  }
  return {
    faults: [...faults.values()],
    runs: results.reduce((sum, one) => sum + one.runs, 0),
    isReached: results.some(({ isReached }) => isReached),
  };
}

function fuzzSubject(
  rule: Detection,
  subject: Subject,
  options: FuzzOptions & { readonly until: number },
): FuzzResult {
  const { fc, seed, now, until, source = "", calls = "" } = options;
  const logTypes = new Map(options.logTypes.map((logType) => [logType.name, logType]));
  const models = modelsOf(subject, logTypes);
  const random = randomValues(fc, seed);
  const own = joinDictionaries(readDictionary(functionsOf(rule)), readDictionary(source));
  const ideas = ideasFor({ models, own, far: readDictionary(calls), random });
  const examiner = examinerOf(subject, {
    logTypes,
    budget: options.budget,
    now,
    isOwn: options.isOwn ?? (() => true),
    isUsual: (input) => isUsual(input, models),
    said: meantTexts(textsOf(`${source}\n${functionsOf(rule)}`)),
    onInput: (text) => options.onInput?.(text, subject),
    onCall: (name) => options.onCall?.(name),
    onReturn: () => options.onReturn?.(),
  });
  const found = new Map<string, { readonly problem: Problem; readonly input: Input }>();
  let runs = 0;
  let isReached = false;
  search({
    examiner,
    ideas,
    random,
    seeds: seedInputs(models),
    odd: oddInputs(models, ideas),
    // Not times: an exception may have ended at another, and a rule that asks for the time reads it.
    places: [...models].flatMap(([name, { shape }]) =>
      allPlaces(shape, [name]).filter(([, ...place]) => shapeAt(shape, place)?.kind !== "time"),
    ),
    isReached: () => isReached,
    isOver(tried) {
      runs = tried;
      return tried >= options.runs || now() >= until || found.size >= MOST_FAULTS;
    },
    onExamined(input, { problems, answers }) {
      isReached ||= isMatched(subject, answers);
      for (const problem of problems) {
        const fault = faultOf(problem);
        if (!found.has(fault)) found.set(fault, { problem, input });
      }
    },
  });
  const faults = [...found.values()].map(({ problem, input }) =>
    shrunk(problem, input, { subject, examiner, full: fullInput(models), now }),
  );
  return { faults, runs, isReached };
}

function shrunk(
  problem: Problem,
  input: Input,
  about: {
    readonly subject: Subject;
    readonly examiner: Examiner;
    readonly full: Input;
    readonly now: () => number;
  },
): Fault {
  const { subject, examiner, full, now } = about;
  const until = now() + SHRINKING;
  const examine = (one: Input): Examined | undefined => examiner.examine(one, THOROUGH.has(problem.code));
  const again = ({ problems = [] }: Partial<Examined> = {}): Problem | undefined =>
    problems.find((other) => isSameFault(other, problem));
  const smallest = shrinkInput(
    input,
    full,
    (one) => again(examine(one)) !== undefined,
    () => now() >= until,
  );
  const examined = examine(smallest);
  const last = again(examined) ?? problem;
  const { args = [] } = examined?.answers.find(({ call }) => call.name === last.call) ?? {};
  const isFaulty = (one: Input): boolean => again(examine(one)) !== undefined;
  const missing = last.code === "RULE_GARBLED" ? missingIn(smallest, last, about, isFaulty) : undefined;
  return { problem: { ...last, ...(missing && { missing }) }, subject, input: smallest, args };
}

/** The field whose lack is the fault: all that is read is put in, and then left out again one by one. */
function missingIn(
  input: Input,
  { call }: Problem,
  { examiner, full }: { readonly examiner: Examiner; readonly full: Input },
  isFaulty: (input: Input) => boolean,
): Place | undefined {
  const read = (one: Input): Place[] => {
    const places: Place[] = [];
    examiner.watch(one, (reading, place) => reading === call && places.push(place));
    return places;
  };
  const filled = read(input)
    .filter((place) => valueAt(input, place) === undefined)
    .reduce((one, place) => withValue(one, place, valueAt(full, place)) as Input, input);
  const missing = read(filled).find(
    (place) =>
      typeof valueAt(filled, place) !== "object" && isFaulty(withValue(filled, place, undefined) as Input),
  );
  return isFaulty(filled) ? undefined : missing?.slice(1);
}

function modelsOf(subject: Subject, logTypes: ReadonlyMap<string, LogType>): ReadonlyMap<string, LogModel> {
  return new Map(
    subject.slots.flatMap(({ name, logType }) => {
      const found = logTypes.get(logType);
      return found === undefined ? [] : [[name, logModel(found)] as const];
    }),
  );
}

/** The functions of a rule as they are written. */
function functionsOf(rule: Detection): string {
  const texts: string[] = [];
  JSON.stringify(rule, (_, value: unknown) => {
    if (typeof value === "function") texts.push(value.toString());
    return value;
  });
  return texts.join("\n");
}
