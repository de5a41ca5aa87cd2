import { list, quoted } from "./source-text.ts";

/** What the runtime exports, and generated code may use. */
const VALUES = [
  "SCANNERS",
  "cidr",
  "csvParser",
  "fastmatchParser",
  "ip",
  "noneOf",
  "oneOf",
  "own",
  "timeFormats",
  "transformation",
];
const TYPES = ["Decoding", "JsonObject", "JsonValue", "LogType", "OwnFields", "StandardFields", "Writable"];

/** Runtime modules of their own: they bring a library, or a module of Node.js, that most log types need not. */
const APART = { hashText: "hash-text", regexParser: "regex-parser" } as const;

/** Strings and doc comments: a name in them is not used. */
const TEXTS = /"(?:[^"\\]|\\.)*"|\/\*\*.*?\*\//gs;

/**
 * The imports of what generated code uses, and of the module whose `LogTypes` it joins: TypeScript adds nothing to a
 * module that it has not met yet.
 */
export function importsOf(code: string, runtime: string, registry: string): string {
  const text = code.replaceAll(TEXTS, "");
  const isUsed = (name: string): boolean => new RegExp(`(?<![\\w.])${name}(?=[.(<>\\[,;) ])`).test(text);
  const values = VALUES.filter(isUsed);
  const types = TYPES.filter(isUsed).map((name) => `type ${name}`);
  const lines = [list("import { ", [...values, ...types, "z"], ` } from ${quoted(runtime)};`)];
  for (const [name, module] of Object.entries(APART))
    if (isUsed(name)) lines.push(`import { ${name} } from ${quoted(beside(runtime, module))};`);
  lines.push(`import type { LogTypes } from ${quoted(registry)};`);
  return lines.join("\n");
}

/** `caracal/event/hash-text` of `caracal/event`, `../hash-text.ts` of `../index.ts`. */
function beside(runtime: string, module: string): string {
  return runtime.endsWith("/index.ts") ? runtime.replace("index.ts", `${module}.ts`) : `${runtime}/${module}`;
}
