import type { TimeFormat } from "../time-format.ts";
import { type Guess, guessesFor, stillFit } from "./guess-indicator.ts";
import { saysPrivate } from "./name-words.ts";
import { timeFormatOf } from "./time-shape.ts";

/** What was seen of the texts at one place. What all of them must be is dropped at the first that is not. */
export interface SeenTexts {
  count: number;
  /** Empty ones, which say nothing of what the others are. */
  blanks: number;
  /** Whether all are true or false, in one of the spellings that a boolean may have. */
  areBooleans: boolean;
  areNumbers: boolean;
  /** Whether one of the numbers has a fraction. */
  hasFraction: boolean;
  /** Whether one is written as people write labels, not numbers: with leading zeros or a plus, or over 15 digits. */
  hasLabel: boolean;
  /** Whether one is an integer between 2^53 and 2^63: JSON's numbers of that size come as text, to keep their digits. */
  hasLong: boolean;
  /** The range of the numbers. */
  least: number;
  most: number;
  /** The ways in which they name moments; `undefined` once one names none. */
  times: Set<TimeFormat> | undefined;
  /** What all of them can be. */
  guesses: readonly Guess[];
  /** How often each word was seen; `undefined` once one was no word, there were many, or they may be private. */
  words: Map<string, number> | undefined;
}

/** @param name the field that they are in */
export function noTexts(name: string): SeenTexts {
  return {
    count: 0,
    blanks: 0,
    areBooleans: true,
    areNumbers: true,
    hasFraction: false,
    hasLabel: false,
    hasLong: false,
    least: Number.POSITIVE_INFINITY,
    most: Number.NEGATIVE_INFINITY,
    times: new Set(),
    guesses: guessesFor(name),
    words: saysPrivate(name) ? undefined : new Map(),
  };
}

export function seeText(value: string, seen: SeenTexts): void {
  seen.count++;
  if (value === "") {
    seen.blanks++;
    return;
  }
  seen.areBooleans &&= BOOLEAN.test(value);
  if (seen.areNumbers) seeNumber(value, seen);
  if (seen.times !== undefined) seeTime(value, seen.times, seen);
  if (seen.guesses.length > 0) seen.guesses = stillFit(seen.guesses, value);
  if (seen.words !== undefined) seeWord(value, seen.words, seen);
}

const BOOLEAN = /^(?:true|false|True|False|TRUE|FALSE)$/;
const NUMBER = /^[+-]?\d{1,40}(?:\.\d{1,40})?$/;
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

const LONG = /^-?[1-9]\d{15,18}$/;

/** Digits that a number keeps whatever they are. */
const DIGITS = 15;

function seeNumber(value: string, seen: SeenTexts): void {
  seen.areNumbers = NUMBER.test(value);
  if (!seen.areNumbers) return;
  const isLong = LONG.test(value) && isLongInteger(Number(value));
  seen.hasFraction ||= value.includes(".");
  seen.hasLong ||= isLong;
  seen.hasLabel ||= !isLong && (!PLAIN.test(value) || value.replace(/\D/g, "").length > DIGITS);
  seen.least = Math.min(seen.least, Number(value));
  seen.most = Math.max(seen.most, Number(value));
}

/** Whether a number is an integer of 64 bits that has lost digits. */
export function isLongInteger(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 2 ** 63;
}

function seeTime(value: string, times: Set<TimeFormat>, seen: SeenTexts): void {
  const format = timeFormatOf(value);
  if (format === undefined) seen.times = undefined;
  else times.add(format);
}

/** The most words that are worth listing. */
const MOST_WORDS = 8;

/** What people write between dots and dashes: not the mix of letters and digits of a key, nor all of an account. */
const PART = /^(?:[a-z]{0,32}|\d{1,8}|[a-z\d]{1,8})$/i;

function isWord(value: string): boolean {
  return value.length <= 40 && /[a-z]/i.test(value) && value.split(/[_.-]+/).every((part) => PART.test(part));
}

function seeWord(value: string, words: Map<string, number>, seen: SeenTexts): void {
  const count = words.get(value);
  if (count !== undefined) words.set(value, count + 1);
  else if (words.size < MOST_WORDS && isWord(value)) words.set(value, 1);
  else seen.words = undefined;
}
