import { existsSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The packs that come with Caracal: a folder each. */
export const PACKS = fileURLToPath(new URL("../../rules/", import.meta.url));

/** Whether a place of rules is the name of a pack that comes with Caracal, and no path. */
export function isPack(place: string): boolean {
  return /^[\w-]+$/.test(place) && !existsSync(resolve(place)) && existsSync(join(PACKS, place));
}

/** What the packs that come with Caracal export, as a rule file that imports one gets it. */
export async function shippedRules(): Promise<ReadonlySet<unknown>> {
  const indexes = await Array.fromAsync(glob("*/index.{ts,js}", { cwd: PACKS }));
  const modules = indexes.map((name) => import(pathToFileURL(join(PACKS, name)).href) as Promise<object>);
  return new Set((await Promise.all(modules)).flatMap((module) => Object.values(module) as unknown[]));
}
