import type { JsonObject, JsonValue } from "../../base/json.ts";

/** Longer texts are written by what they repeat, where they do. */
const LONG = 100;

/** The longest piece that is looked for in a text that repeats it. */
const LONGEST_PIECE = 24;

/** How long a line may be. */
const WIDTH = 90;

/**
 * A value of JSON as TypeScript.
 *
 * @param indent what its lines begin with, but for the first
 */
export function printValue(value: JsonValue | undefined, indent = ""): string {
  if (typeof value === "string") return printText(value);
  if (typeof value !== "object" || value === null) return String(value);
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? (value as readonly JsonValue[]).map((one) => printValue(one, inner))
    : Object.entries(value as JsonObject).map(([key, one]) => `${printKey(key)}: ${printValue(one, inner)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (parts.length === 0) return open + close;
  const space = open === "{" ? " " : "";
  const line = `${open}${space}${parts.join(", ")}${space}${close}`;
  if (line.length + indent.length <= WIDTH && !line.includes("\n")) return line;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${indent}${close}`;
}

function printText(text: string): string {
  if (text.length > LONG) {
    for (let length = 1; length <= LONGEST_PIECE; length++) {
      const piece = text.slice(0, length);
      const times = Math.ceil(text.length / length);
      if (piece.repeat(times).startsWith(text)) return `${JSON.stringify(piece)}.repeat(${times})`;
    }
  }
  return JSON.stringify(text);
}

/** Written plainly, `__proto__` would set the prototype. */
function printKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[a-z_$][\w$]*$/i.test(key) ? key : JSON.stringify(key);
}
