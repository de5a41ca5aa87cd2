import type { AwsBedrockModelInvocation } from "../../event/generated/aws-bedrock-model-invocation.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../event/index.ts";
import { model } from "../model.ts";
import { type Fields, type Reading, readFields } from "./fields.ts";
import { recognise, type Sign } from "./recognise.ts";

/** A body of one of some shapes, of none, or none at all. */
export type Body<Shapes> =
  | { [K in keyof Shapes]: { readonly kind: K; readonly raw: JsonObject } & Reading<Shapes[K]> }[keyof Shapes]
  | { readonly kind: "unknown"; readonly raw: JsonValue }
  | { readonly kind: "absent"; readonly raw: undefined };

/**
 * Reads a body in its shape: that of Converse for its two operations, else by the first sign that fits.
 *
 * @example
 * readBody(SHAPES, SIGNS, event, event.input?.inputBodyJson);
 */
export function readBody<Shapes extends { readonly converse: Fields; readonly [kind: string]: Fields }>(
  shapes: Shapes,
  signs: readonly Sign<keyof Shapes & string>[],
  event: AwsBedrockModelInvocation,
  raw: JsonValue | undefined,
): Body<Shapes> {
  if (raw === undefined || raw === null) return { kind: "absent", raw: undefined };
  if (!isJsonObject(raw)) return { kind: "unknown", raw };
  const kind = isConverse(event) ? "converse" : recognise(signs, raw, model(event).id);
  const fields = kind === undefined ? undefined : shapes[kind];
  if (fields === undefined) return { kind: "unknown", raw };
  return { ...readFields(fields, raw), kind, raw } as Body<Shapes>;
}

function isConverse(event: AwsBedrockModelInvocation): boolean {
  const operation: unknown = event.operation;
  return typeof operation === "string" && operation.startsWith("Converse");
}
