import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { REPOSITORY } from "./caracal.ts";

/** Gives a folder the packages that a project has after `npm install`, with this checkout as its Caracal. */
export async function install(folder: string): Promise<void> {
  const modules = join(folder, "node_modules");
  await mkdir(modules);
  await symlink(REPOSITORY, join(modules, "caracal"));
  for (const name of ["@types", "fast-check", "recheck", "rolldown", "typescript", "vitest"])
    await symlink(join(REPOSITORY, "node_modules", name), join(modules, name));
}
