import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const packageJson = z.looseObject({
  name: z.string().optional(),
  version: z.string().optional(),
  exports: z.record(z.string(), z.union([z.string(), z.looseObject({ default: z.string() })])).optional(),
});

/** The folder of this very installation of Caracal. */
const CARACAL = fileURLToPath(new URL("../../", import.meta.url));

/** A project's name and version from its package.json, else its folder's name and `0.0.0`. */
export async function projectFacts(folder: string): Promise<{ name: string; version: string }> {
  const { name, version } = await readPackage(folder);
  return { name: name ?? basename(resolve(folder)), version: version ?? "0.0.0" };
}

/** This installation's version, and the files that `caracal` and its subpaths are. */
export async function caracalFacts(): Promise<{ version: string; alias: Record<string, string> }> {
  const { version = "0.0.0", exports = {} } = await readPackage(CARACAL);
  const paths = Object.entries(exports).map(([subpath, target]) => {
    // As published, a subpath has its types beside its code.
    const file = typeof target === "string" ? target : target.default;
    return [`caracal${subpath.slice(1)}`, join(CARACAL, file)] as const;
  });
  // The longest first: "caracal" is also how "caracal/bedrock" begins.
  return {
    version,
    alias: Object.fromEntries(paths.toSorted(([one], [other]) => other.length - one.length)),
  };
}

async function readPackage(folder: string): Promise<z.infer<typeof packageJson>> {
  const text = await readFile(join(folder, "package.json"), "utf8").catch(() => "{}");
  return packageJson.parse(JSON.parse(text));
}
