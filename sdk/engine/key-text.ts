import { ReturnError } from "./fault.ts";

/** A key as one text; of several parts each with its length, so that no two keys are alike. */
export function keyText(place: string, key: unknown): string {
  if (typeof key === "string") return key;
  const isParts = Array.isArray(key) && key.every((part) => typeof part === "string");
  if (!isParts) throw new ReturnError(place, "a text or a list of texts", key);
  return (key as readonly string[]).map((part) => `${part.length} ${part}`).join(" ");
}
