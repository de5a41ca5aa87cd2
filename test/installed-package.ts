import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "..");

/** What the repository has installed. */
export const MODULES = join(ROOT, "node_modules");

const execute = promisify(execFile);

/** The package.json of a package, as far as its installation needs it. */
interface PackageFacts {
  readonly bin: { readonly caracal: string };
  readonly dependencies: Readonly<Record<string, string>>;
}

/** What a command prints and ends with. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

/**
 * Builds and packs the package.
 *
 * @param folder an empty one
 * @returns the path of the packed file, in this folder
 */
export async function packInto(folder: string): Promise<string> {
  await execute(process.execPath, [join(ROOT, ".ci/build-package.ts"), join(folder, "dist")]);
  await execute("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: join(folder, "dist") });
  const [archive = ""] = (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
  return join(folder, archive);
}

/**
 * Installs a packed package as npm does, in a project outside the repository.
 *
 * @param tools what the project has installed beside it, of what the repository has
 */
export async function install(archive: string, project: string, tools: readonly string[]): Promise<void> {
  const modules = join(project, "node_modules");
  const installed = join(modules, "caracal");
  await mkdir(join(modules, ".bin"), { recursive: true });
  await mkdir(installed);
  await execute("tar", ["xzf", archive, "-C", installed, "--strip-components=1"]);
  const facts = JSON.parse(await readFile(join(installed, "package.json"), "utf8")) as PackageFacts;
  await symlink(`../caracal/${facts.bin.caracal}`, join(modules, ".bin/caracal"));
  for (const name of [...Object.keys(facts.dependencies), ...tools]) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(MODULES, name), join(modules, name));
  }
}

/** Runs a command in a folder. */
export async function runIn(folder: string, command: string, args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
  try {
    const { stdout, stderr } = await execute(command, args, { cwd: folder, env });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}
