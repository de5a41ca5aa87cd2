import type { EventOf } from "caracal";
import { answer, prompt } from "caracal/bedrock";
import { sharedPiece } from "caracal/text";

/** How much of the beginning counts: further on stand examples and phrases that answers are to have. */
const BEGINNING = 600;

/** Shorter texts say no more than what an application is for, and are part of answers by chance. */
const SHORTEST = 80;

/** What a leak of a long text has at least; of a short one it is nine tenths. */
const LEAK = 120;

/** How many characters in a row an answer has from the beginning of the system's text; 0 for fewer than make a leak. */
export function leakedLength(event: EventOf<"AWS.BedrockModelInvocation">): number {
  const told = answer(event).text;
  if (told.length < SHORTEST * 0.9) return 0;
  const { system } = prompt(event);
  const least = Math.min(LEAK, system.length * 0.9);
  if (system.length < SHORTEST || told.length < least) return 0;
  const shared = sharedPiece(system.slice(0, BEGINNING), told);
  return shared < least ? 0 : shared;
}
