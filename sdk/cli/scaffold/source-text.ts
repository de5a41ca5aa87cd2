import type { JsonValue } from "../../base/json.ts";

/** Lines longer than this are broken. */
const WIDTH = 100;

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * JSON as it is written in TypeScript.
 *
 * @param indent spaces before the line that it stands in
 * @example
 * sourceText({ a: "b" }, 0); // { a: "b" }
 */
export function sourceText(value: JsonValue, indent: number): string {
  const line = onLine(value);
  if (line.length + indent <= WIDTH || typeof value !== "object" || value === null) return line;
  const inner = " ".repeat(indent + 2);
  const parts = Array.isArray(value)
    ? (value as readonly JsonValue[]).map((item) => sourceText(item, indent + 2))
    : entriesOf(value as object).map(([key, item]) => `${keyText(key)}: ${sourceText(item, indent + 2)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${" ".repeat(indent)}${close}`;
}

function onLine(value: JsonValue): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(onLine).join(", ")}]`;
  const parts = entriesOf(value).map(([key, item]) => `${keyText(key)}: ${onLine(item)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

function entriesOf(value: object): (readonly [string, JsonValue])[] {
  return Object.entries(value).filter(([, item]) => item !== undefined) as (readonly [string, JsonValue])[];
}

/** `__proto__` without brackets would set the prototype. */
function keyText(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return IDENTIFIER.test(key) ? key : JSON.stringify(key);
}
