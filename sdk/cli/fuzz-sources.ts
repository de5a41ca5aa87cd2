import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What a rule's conditions may wait for is in these texts. */
export interface FuzzSources {
  /** Paths of the rule's file and of those that it imports by a relative path, through others too. */
  readonly files: ReadonlyMap<string, string>;
  /** The text of Caracal's own modules that it imports. */
  readonly calls: string;
}

const RELATIVE = /\bfrom\s*["'](\.[^"'\n]+)["']/g;

/** Modules that say what bodies of models look like. */
const BEDROCK = fileURLToPath(new URL("../bedrock/", import.meta.url));

/** Reads the {@link FuzzSources} of a rule file. */
export function fuzzSources(file: string): FuzzSources {
  const files = new Map<string, string>();
  const waiting = [resolve(file)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (files.has(next) || !existsSync(next)) continue;
    const text = readFileSync(next, "utf8");
    files.set(next, text);
    for (const [, path = ""] of text.matchAll(RELATIVE)) waiting.push(resolve(dirname(next), path));
  }
  const isBedrock = [...files.values()].some((text) => /["']caracal\/bedrock["']/.test(text));
  return { files, calls: isBedrock ? bedrockText() : "" };
}

function bedrockText(): string {
  return globSync("**/*.{ts,js}", { cwd: BEDROCK })
    .filter((name) => !name.endsWith(".d.ts"))
    .toSorted()
    .map((name) => readFileSync(`${BEDROCK}${name}`, "utf8"))
    .join("\n");
}
