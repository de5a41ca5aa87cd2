import type { JsonObject } from "../../event/index.ts";

/** How to recognise a kind of body. */
export interface Sign<Kind> {
  readonly kind: Kind;
  /** A key that it must have. */
  readonly has: string;
  /** What the model's id begins with. With this or `keys`, one of them must fit too. */
  readonly models?: readonly string[];
  /** Keys that only this kind has, for models that their id hides. */
  readonly keys?: readonly string[];
}

/** The kind of the first sign that fits. */
export function recognise<Kind>(
  signs: readonly Sign<Kind>[],
  body: JsonObject,
  modelId: string,
): Kind | undefined {
  return signs.find(({ has, models, keys }) => {
    if (!Object.hasOwn(body, has)) return false;
    if (models === undefined && keys === undefined) return true;
    return (
      models?.some((model) => modelId.startsWith(model)) === true ||
      keys?.some((key) => Object.hasOwn(body, key)) === true
    );
  })?.kind;
}
