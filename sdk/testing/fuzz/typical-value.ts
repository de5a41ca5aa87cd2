import type { JsonValue } from "../../base/json.ts";
import type { Shape } from "./shape.ts";

/** When generated records happen. */
export const TYPICAL_TIME = new Date("2026-03-02T09:00:00Z");

/** What texts are like, by the ends of their names; all of it made up. */
const TEXTS: readonly (readonly [name: RegExp, text: string])[] = [
  [/arn$/i, "arn:aws:iam::111122223333:user/dana"],
  [/account(id)?$/i, "111122223333"],
  [/mail$/i, "dana@example.com"],
  [/(ip|ip_?address|addr)$/i, "192.0.2.10"],
  [/ur[il]$/i, "https://example.com/a"],
  [/(host|host_?name|domain)$/i, "host.example.com"],
  [/(time|date)$/i, TYPICAL_TIME.toISOString()],
  [/region$/i, "eu-central-1"],
  [/(user|user_?name)$/i, "dana"],
];

/**
 * A value as an ordinary record has it.
 *
 * @param name of the field
 */
export function typicalValue(shape: Shape, name: string): JsonValue {
  switch (shape.kind) {
    case "text":
      return shape.allowed?.[0] ?? TEXTS.find(([pattern]) => pattern.test(name))?.[1] ?? `${name}-1`;
    case "integer":
      return 7;
    case "number":
      return 7.5;
    case "boolean":
      return true;
    case "time":
      return TYPICAL_TIME.toISOString();
    case "json":
      return {};
    case "list":
      return shape.element === undefined ? [] : [typicalValue(shape.element, name)];
    default:
      return Object.fromEntries([...shape.fields].map(([key, field]) => [key, typicalValue(field, key)]));
  }
}
