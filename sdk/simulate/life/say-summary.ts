import { talk } from "../talk.ts";
import type { Says } from "../workload.ts";
import { wordsOf } from "../words-of.ts";

/** The most tokens of a summary. It is so short that many end in the middle of a sentence. */
export const SUMMARY_LIMIT = 160;

/** An application that makes a few lines of a long text. */
export const summarizing: Says = (random, tokens) => {
  const isCut = tokens.output >= SUMMARY_LIMIT;
  const summary = talk(random, 60);
  return {
    system: "Sum up the text in three lines for the next shift.",
    prompt: talk(random, wordsOf(tokens.input)),
    answer: isCut ? summary.slice(0, -9) : summary,
    maxTokens: SUMMARY_LIMIT,
    ...(isCut && { stop: "max_tokens" }),
  };
};
