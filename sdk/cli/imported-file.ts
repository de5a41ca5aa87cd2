import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/**
 * The file that a module's relative import names, also without its ending, as tests may write it; `undefined` where
 * there is none.
 */
export function importedFile(from: string, file: string): string | undefined {
  return /^\.\.?(\/|$)/.test(from) ? fileAt(resolve(dirname(file), from)) : undefined;
}

/** The file of a path that may lack its ending, or be that of a folder with an index. */
export function fileAt(path: string): string | undefined {
  const choices = [path, path.replace(/js$/, "ts"), `${path}.ts`, `${path}.js`, join(path, "index.ts")];
  return choices.find((choice) => statSync(choice, { throwIfNoEntry: false })?.isFile());
}
