import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { CaracalError } from "../../base/caracal-error.ts";

/** Texts by the path of their file, relative to a folder. */
export type NewFiles = Readonly<Record<string, string>>;

/**
 * Writes files that are not there yet, all of them or none, and says on standard error which.
 *
 * @throws CaracalError `OUTPUT_EXISTS` where one is there, `OUTPUT_UNWRITABLE`
 */
export async function writeNewFiles(folder: string, files: NewFiles): Promise<void> {
  const paths = Object.keys(files).map((name) => join(folder, name));
  const present = paths.filter((path) => existsSync(path));
  if (present.length > 0) throw new CaracalError(present.map(exists));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: "wx" });
    } catch (cause) {
      throw unwritable(path, cause);
    }
    process.stderr.write(`${shown(path)} written\n`);
  }
}

function exists(path: string): { code: "OUTPUT_EXISTS"; source: string; message: string; fix: string } {
  const message = "is there already, and nothing was written";
  return { code: "OUTPUT_EXISTS", source: shown(path), message, fix: "move it away, or choose another name" };
}

function unwritable(path: string, cause: unknown): CaracalError {
  const message = `cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`;
  const fix = "check its folder and the permissions";
  return new CaracalError({ code: "OUTPUT_UNWRITABLE", source: shown(path), message, fix }, { cause });
}

function shown(path: string): string {
  return relative(process.cwd(), path);
}
