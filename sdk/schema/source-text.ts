/** How wide generated code may be. */
const WIDTH = 110;

/** A call, as it is to be written. */
export interface Call {
  readonly callee: string;
  readonly args: readonly string[];
  /** A last argument: a function of one parameter that makes a call of its own. */
  readonly each?: { readonly parameter: string; readonly body: Call };
}

/** A call as TypeScript: on one line where it fits behind `before`, else broken as formatters break it. */
export function printCall(call: Call, indent: string, before = ""): string {
  const { callee, args, each } = call;
  const inner = `${indent}  `;
  if (fits(before + inline(call), indent)) return before + inline(call);
  if (each === undefined)
    return `${before}${callee}(\n${args.map((arg) => `${inner}${arg},\n`).join("")}${indent})`;
  const start = `(${each.parameter}) =>`;
  const opening = `${before}${callee}(${args.join(", ")}, ${start}`;
  if (fits(opening, indent)) return `${opening}\n${inner}${printCall(each.body, inner)},\n${indent})`;
  const arrow = fits(`${start} ${inline(each.body)}`, inner)
    ? `${start} ${inline(each.body)}`
    : `${start}\n${inner}  ${printCall(each.body, `${inner}  `)}`;
  return printCall({ callee, args: [...args, arrow] }, indent, before);
}

/** Whether code fits on a line, with room for the semicolon or comma after it. */
function fits(code: string, indent: string): boolean {
  return indent.length + code.length < WIDTH && !code.includes("\n");
}

function inline({ callee, args, each }: Call): string {
  const last = each === undefined ? [] : [`(${each.parameter}) => ${inline(each.body)}`];
  return `${callee}(${[...args, ...last].join(", ")})`;
}

/** A list of texts between brackets, such as an array's elements: on one line where it fits, else each on its own. */
export function list(before: string, items: readonly string[], after: string): string {
  const line = `${before}${items.join(", ")}${after}`;
  return line.length <= WIDTH
    ? line
    : `${before.trimEnd()}\n${items.map((item) => `  ${item},\n`).join("")}${after.trimStart()}`;
}

/** A doc comment, or nothing when there is nothing to say. */
export function docComment(lines: readonly string[], indent: string): string {
  const wrapped = lines.flatMap((line) => wrap(line.replaceAll("*/", "*\\/"), WIDTH - 3 - indent.length));
  if (wrapped.length === 0) return "";
  if (wrapped.length === 1 && indent.length + (wrapped[0] ?? "").length + 7 <= WIDTH)
    return `${indent}/** ${wrapped[0]} */\n`;
  return `${indent}/**\n${wrapped.map((line) => `${indent} * ${line}\n`).join("")}${indent} */\n`;
}

/** A text as a literal. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A name as a property's key: quoted where TypeScript needs it. */
export function propertyKey(name: string): string {
  return isIdentifier(name) ? name : quoted(name);
}

/** A name as a key of an object literal, in which a plain `__proto__` would set the prototype. */
export function literalKey(name: string): string {
  return name === "__proto__" ? `["__proto__"]` : propertyKey(name);
}

/** Reading or writing a property: `record.arn`, `record["my-field"]`. */
export function member(object: string, name: string): string {
  return isIdentifier(name) ? `${object}.${name}` : `${object}[${quoted(name)}]`;
}

function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);
}

/** Names within one scope, each once: `a-b` is `AB`, and `a_b` after it `AB2`. Case alone tells none from another. */
export function nameScope(): (name: string, prefix?: string) => string {
  const taken = new Set<string>();
  return (name, prefix = "") => {
    const base = prefix + (name.match(/[\p{L}\p{Nd}]+/gu) ?? ["Field"]).map(capitalized).join("");
    let unique = base;
    for (let number = 2; taken.has(unique.toUpperCase()); number++) unique = base + number;
    taken.add(unique.toUpperCase());
    return unique;
  };
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
