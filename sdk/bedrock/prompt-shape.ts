import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { prompt } from "./prompt.ts";

/** As many characters of a turn are looked at: enough for any template, and soon done. */
const LOOKED_AT = 300;

/** Fewer runs of three words have no shape of their own. */
const FEWEST = 3;

/** The hashes below are FNV-1a of 32 bits. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** A number stands for every number. */
const NUMBER = 1;

/**
 * What the last turn's text has in common with others of its kind: a short text that is the same for most prompts which
 * differ by numbers or by a word, as those have that copy a model or ask it for what it was trained with. Prompts that
 * people write have each their own. It is the least of the hashes of the text's runs of three words, where a word with a digit
 * is any number and case does not matter, so nothing of the text can be read from it. Empty for texts of less than five
 * words.
 *
 * @example
 * promptShape(event); // "1h3kd9" for "What is the phone number of customer 1017?" and of any other customer
 */
export function promptShape(event: AwsBedrockModelInvocation): string {
  const text = prompt(event).lastTurn;
  const end = Math.min(text.length, LOOKED_AT);
  let [least, runs, first, second, word] = [0xffffffff, 0, 0, 0, OFFSET];
  for (let at = 0; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 0;
    if (isLetter(code)) word = word === NUMBER ? NUMBER : mixed(word, code | 0x20);
    else if (isDigit(code)) word = NUMBER;
    else if (word !== OFFSET) {
      if (first !== 0) {
        least = Math.min(least, mixed(mixed(mixed(first, second), word), word >>> 16) >>> 0);
        runs++;
      }
      [first, second, word] = [second, word, OFFSET];
    }
  }
  return runs < FEWEST ? "" : least.toString(36);
}

const mixed = (hash: number, code: number): number => Math.imul(hash ^ code, PRIME);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 127;
