import { readFile } from "node:fs/promises";

/** What a new project takes over from the package.json of this installation. */
export interface OwnPackage {
  readonly engines: { readonly node: string };
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** The package.json of this very installation of Caracal. */
export async function ownPackage(): Promise<OwnPackage> {
  const text = await readFile(new URL("../../../package.json", import.meta.url), "utf8");
  return JSON.parse(text) as OwnPackage;
}
