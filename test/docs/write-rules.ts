import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { blocks } from "./pages.ts";

/** Makes a folder anew with every block of TypeScript as the file that its first line names. */
export async function writeRules(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const { text, page } of blocks.filter(({ language }) => language === "ts")) {
    const path = fileNamed(text.split("\n")[0] ?? "");
    if (path === undefined)
      throw new Error(`a block of TypeScript in ${page} does not begin with the name of its file`);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** The file that a line names, as the first line of a block does: `// rules/example/steps.ts`. */
export function fileNamed(line: string): string | undefined {
  return /^\/\/ (\S+\.ts)$/.exec(line)?.[1];
}
