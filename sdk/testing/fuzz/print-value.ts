/** Longer texts are written by what they repeat, where they do. */
const LONG = 100;

/** The longest piece that is looked for in a text that repeats it. */
const LONGEST_PIECE = 24;

/** Lines longer than this are broken. */
const WIDTH = 90;

/**
 * JSON, and times in it, as it is written in TypeScript.
 *
 * @param indent what its lines begin with, but for the first
 * @example
 * printValue({ a: "b" }); // { a: "b" }
 */
export function printValue(value: unknown, indent = ""): string {
  if (typeof value === "string") return printText(value);
  if (value instanceof Date) return `new Date(${JSON.stringify(value)})`;
  if (typeof value !== "object" || value === null) return String(value);
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((one) => printValue(one, inner))
    : Object.entries(value)
        .filter(([, one]) => one !== undefined)
        .map(([key, one]) => `${printKey(key)}: ${printValue(one, inner)}`);
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
      const repeated = piece.repeat(Math.floor(text.length / length));
      const rest = text.slice(repeated.length);
      if (!text.startsWith(repeated) || !piece.startsWith(rest)) continue;
      const more = rest === "" ? "" : ` + ${JSON.stringify(rest)}`;
      return `${JSON.stringify(piece)}.repeat(${repeated.length / length})${more}`;
    }
  }
  return JSON.stringify(text);
}

/** Written plainly, `__proto__` would set the prototype. */
function printKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[a-z_$][\w$]*$/i.test(key) ? key : JSON.stringify(key);
}
