import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

const YAML = /\.ya?ml$/;
const OVERLAY = /\.overlay\.ya?ml$/;

/** A schema's file and that of its overlay. */
export interface SchemaFiles {
  /** Absent where an overlay has no schema beside it. */
  readonly schema?: string;
  readonly overlay?: string;
}

/**
 * The schemas at a path in a stable order, each with the `NAME.overlay.yml` beside its `NAME.yml`; `undefined` where
 * there is no file and no folder. Of a folder its own files count, not those of folders in it.
 *
 * @param at a schema, an overlay, or a folder of them: they end in `.yml` or `.yaml`
 */
export async function findSchemaFiles(at: string): Promise<SchemaFiles[] | undefined> {
  const found = await stat(at).catch(() => undefined);
  if (found === undefined) return undefined;
  const folder = found.isDirectory() ? at : dirname(at);
  const names = (await readdir(folder)).toSorted();
  const wanted = (found.isDirectory() ? names : [basename(at)]).filter((name) => YAML.test(name));
  return [...new Set(wanted.map(stemOf))].flatMap((stem) => {
    const files = names.filter((name) => YAML.test(name) && stemOf(name) === stem);
    const overlay = files.find((name) => OVERLAY.test(name));
    const beside = overlay === undefined ? {} : { overlay: join(folder, overlay) };
    const schemas = files.filter((name) => !OVERLAY.test(name));
    return schemas.length === 0
      ? [beside]
      : schemas.map((name) => ({ schema: join(folder, name), ...beside }));
  });
}

/** The name that a schema and its overlay share. */
function stemOf(name: string): string {
  return name.replace(YAML, "").replace(/\.overlay$/, "");
}
