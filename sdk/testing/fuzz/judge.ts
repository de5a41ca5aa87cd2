import { LIMITS } from "../../engine/limits.ts";
import { isChange } from "../freeze-event.ts";
import type { Answer } from "./ask.ts";
import { framesOf, type Frame, type Problem } from "./problem.ts";

/** What no text for people should say; the record may, and then the text may repeat it. */
const GARBLED = /\bundefined\b|\bNaN\b|\[object \w+\]|\bInvalid Date\b/;

/** The texts of a source that are meant to say what else would be garbled, not compared with: `typeof x === "undefined"`. */
export function meantTexts(texts: readonly string[]): string[] {
  return texts.filter((text) => GARBLED.test(text) && text.replace(GARBLED, "") !== "");
}

/** What an answer is judged by. */
export interface Judging {
  /** Whether a frame of a stack is in the rule's own files. */
  readonly isOwn: (frame: Frame) => boolean;
  /** The texts of the input, as JSON. */
  readonly text: string;
  /** What the rule's source itself says that would else look garbled, as in `"is undefined in the list"`. */
  readonly said: readonly string[];
  /** Whether its texts outside JSON are of usual length, so that what is made of them should be too. */
  readonly isUsual: () => boolean;
}

/** What is wrong with an answer, if anything. */
export function judge(answer: Answer, judging: Judging): Problem | undefined {
  const { call, value, thrown } = answer;
  if (!answer.isOwn) return undefined;
  if (thrown !== undefined) return thrownProblem(call.name, thrown.error, judging);
  if (!call.expected.accepts(value)) {
    const message = `must return ${call.expected.what}, but returns ${kindOf(value)}`;
    return { code: "RULE_RETURNS", call: call.name, message };
  }
  if (call.name === "title" || call.name === "dedup") return textProblem(call.name, value as string, judging);
  if (call.name === "alertContext") return contextProblem(call.name, value, judging);
  return undefined;
}

function thrownProblem(call: string, thrown: unknown, { isOwn }: Judging): Problem {
  const error = thrown instanceof Error ? thrown : new Error(typeof thrown);
  const frames = thrown instanceof Error ? framesOf(error) : [];
  const frame = frames.find(isOwn) ?? frames[0];
  const [said = ""] = error.message.split("\n", 1);
  const what = said.length > 200 ? `${said.slice(0, 200)}…` : said;
  const told = thrown instanceof Error ? `throws ${error.name}: ${what}` : `throws a ${typeof thrown}`;
  const changes = isChange(error);
  return {
    code: changes ? "RULE_MUTATES" : "RULE_THROWS",
    call,
    message: changes ? `changes its event: ${what}` : told,
    error,
    ...(frame && { frame }),
  };
}

function textProblem(
  call: string,
  text: string,
  { isUsual, text: input, said }: Judging,
): Problem | undefined {
  const made = said.reduce((rest, one) => rest.replaceAll(one, " "), text);
  const [garbled] = GARBLED.exec(made) ?? [];
  if (garbled !== undefined && !input.includes(garbled))
    return {
      code: "RULE_GARBLED",
      call,
      message: `says "${garbled}": ${JSON.stringify(text.slice(0, 100))}`,
    };
  if (text.length <= LIMITS.text || !isUsual()) return undefined;
  return tooLong(call, text.length, LIMITS.text);
}

function contextProblem(call: string, context: unknown, { isUsual }: Judging): Problem | undefined {
  let text: unknown;
  try {
    text = JSON.stringify(context);
  } catch (error) {
    const message = `cannot be written as JSON: ${error instanceof Error ? error.message.split("\n", 1)[0] : ""}`;
    return { code: "RULE_RETURNS", call, message };
  }
  const length = typeof text === "string" ? text.length : 0;
  return length <= LIMITS.context || !isUsual() ? undefined : tooLong(call, length, LIMITS.context);
}

function tooLong(call: string, length: number, limit: number): Problem {
  const message = `is ${inThousands(length)} characters, over the limit of ${inThousands(limit)}`;
  return { code: "RULE_UNBOUNDED", call, message };
}

function inThousands(number: number): string {
  return number.toLocaleString("en-US");
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value))
    return value.every((one) => typeof one === "string") ? "a list" : "a list of other things";
  if (typeof value === "number") return String(value);
  if (value instanceof Promise) return "a promise: it is async";
  return typeof value === "undefined" ? "undefined" : `a ${typeof value}`.replace(/^a (?=o)/, "an ");
}
