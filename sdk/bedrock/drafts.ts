import { isJsonObject, type JsonObject, type JsonValue } from "../event/index.ts";
import type { Parts } from "./content.ts";

interface Draft {
  readonly kind: "text" | "reasoning" | "call";
  readonly pieces: string[];
  /** The block that a call begins with: its name and id. */
  call: JsonObject | undefined;
}

/** The blocks of an answer, each by its kind and place, while its pieces come in. */
export type Drafts = Map<string, Draft>;

/** The place of a block that has this index. */
export const placeOf = (index: JsonValue | undefined): string =>
  typeof index === "number" ? String(index) : "";

/** Adds a piece to its block. */
export function addPiece(
  drafts: Drafts,
  kind: Draft["kind"],
  place: string,
  piece: JsonValue | undefined,
): void {
  if (typeof piece === "string") draftAt(drafts, kind, place).pieces.push(piece);
}

/** Begins a call, unless a block begun there already is one; its input may follow in pieces. */
export function beginCall(drafts: Drafts, place: string, call: JsonValue | undefined): void {
  if (isJsonObject(call)) draftAt(drafts, "call", place).call ??= call;
}

function draftAt(drafts: Drafts, kind: Draft["kind"], place: string): Draft {
  const key = `${kind} ${place}`;
  const known = drafts.get(key);
  if (known !== undefined) return known;
  const draft: Draft = { kind, pieces: [], call: undefined };
  drafts.set(key, draft);
  return draft;
}

/** Adds what the blocks have become. */
export function addDrafts(drafts: Drafts, parts: Parts): void {
  for (const { kind, pieces, call } of drafts.values()) {
    const text = pieces.join("");
    if (kind === "call") parts.calls.push(text === "" ? (call ?? {}) : { ...call, input: text });
    else if (text !== "") parts[kind].push(text);
  }
}
