import type { Digest } from "../base/digest.ts";
import { ReturnError } from "./fault.ts";

/** How long a key may be before its digest stands for its end: keys are kept, and may come from a prompt. */
const LIMIT = 1_000;
const KEPT = 100;

/** A key as one text; of several parts each with its length, so that no two keys are alike. */
export function keyText(place: string, key: unknown, digest: Digest): string {
  if (typeof key === "string") return shortened(key, digest);
  const isParts = Array.isArray(key) && key.every((part) => typeof part === "string");
  if (!isParts) throw new ReturnError(place, "a text or a list of texts", key);
  const text = (key as readonly string[]).map((part) => `${part.length} ${part}`).join(" ");
  return shortened(text, digest);
}

function shortened(text: string, digest: Digest): string {
  return text.length <= LIMIT ? text : `${text.slice(0, KEPT)}… ${digest(text)}`;
}
