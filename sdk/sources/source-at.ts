import { fileSource } from "./file-source.ts";
import { guardedSource } from "./guarded-source.ts";
import type { FileAddress, Source } from "./source.ts";

/** A source again, of its address. */
export function sourceAt({ path, size, guard }: FileAddress): Source {
  const source = fileSource(path, size);
  return guard === undefined ? source : guardedSource(source, size, guard.known, guard.from);
}
