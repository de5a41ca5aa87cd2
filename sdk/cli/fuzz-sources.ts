import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readModules } from "./read-modules.ts";

/** What a rule's conditions may wait for is in these texts. */
export interface FuzzSources {
  /** Paths of the rule's file and of those that it imports by a relative path, through others too. */
  readonly files: ReadonlyMap<string, string>;
  /** The text of Caracal's own modules that it imports. */
  readonly calls: string;
}

/** Modules that say what bodies of models look like. */
const BEDROCK = fileURLToPath(new URL("../bedrock/", import.meta.url));

/** Reads the {@link FuzzSources} of a rule file; without rolldown, which tells the imports, the file alone. */
export async function fuzzSources(file: string): Promise<FuzzSources> {
  const { texts: files } = await readModules([resolve(file)]);
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
