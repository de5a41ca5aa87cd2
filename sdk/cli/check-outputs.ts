import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { CaracalError } from "../base/caracal-error.ts";
import type { Source } from "../sources/source.ts";

interface Outputs {
  readonly out?: string;
  readonly stats?: string;
  readonly rejects?: string;
  readonly state?: string;
}

/**
 * Refuses to write over what is read, or two things to one file.
 *
 * @throws CaracalError `ARGUMENT_INVALID`
 */
export function checkOutputs(sources: readonly Source[], { out, stats, rejects, state }: Outputs): void {
  const taken = new Set(sources.map(({ name }) => fileOf(name)));
  // SQLite keeps files of its own beside the state.
  if (state !== undefined)
    for (const suffix of ["-wal", "-shm", "-journal"]) taken.add(fileOf(state + suffix));
  for (const [option, path] of Object.entries({ out, stats, rejects, state })) {
    if (path === undefined) continue;
    const file = fileOf(path);
    if (taken.has(file) && !file.startsWith("/dev/")) {
      const message = `--${option} ${path} is read, or written to, by this run already`;
      throw new CaracalError({ code: "ARGUMENT_INVALID", message, fix: "name another file" });
    }
    taken.add(file);
  }
}

function fileOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
