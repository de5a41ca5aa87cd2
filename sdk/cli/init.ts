import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Command } from "commander";
import { CaracalError } from "../base/caracal-error.ts";
import { ownPackage } from "./scaffold/own-package.ts";
import { projectFiles } from "./scaffold/project-files.ts";
import { writeNewFiles } from "./scaffold/write-new-files.ts";

/** `caracal init`: a project for rules that works at once. */
export function addInitCommand(program: Command): void {
  program
    .command("init")
    .summary("make a project for rules")
    .description(
      "Makes a project: package.json, tsconfig.json, vitest.config.ts, caracal.config.ts, one rule with its test, a log to run it over, and a workflow for CI. It overwrites nothing: where one of its files is there already, it writes none.",
    )
    .argument("<dir>", "the project's folder; it is made where there is none")
    .option("--caracal <spec>", "the package of Caracal: its path, or what npm install takes; needed")
    .action(async (folder: string, { caracal }: { readonly caracal?: string }) => {
      if (caracal === undefined) throw unnamed();
      await writeNewFiles(folder, projectFiles(folder, specOf(caracal, folder), await ownPackage()));
      const change = relative(process.cwd(), resolve(folder));
      const commands = [...(change === "" ? [] : [`cd ${quoted(change)}`]), "npm install", "npm test"];
      process.stderr.write(`\nNext:\n${commands.map((line) => `  ${line}\n`).join("")}`);
    });
}

/** Caracal is not published: what a registry had under its name would be somebody else's. */
function unnamed(): CaracalError {
  const message = "Caracal is not published, so the project has to be told where its package is";
  const fix =
    "write it with npm run pack where Caracal's source is, and name it: --caracal ./caracal-0.1.0.tgz";
  return new CaracalError({ code: "ARGUMENT_INVALID", message, fix });
}

/** What package.json says of a package that lies in a folder: its path from the project's folder. */
function specOf(spec: string, folder: string): string {
  const isPath = /^\.{0,2}\//.test(spec) || (/\.(tgz|tar\.gz)$/.test(spec) && !spec.includes(":"));
  if (!isPath) return spec;
  if (!existsSync(spec)) {
    const message = "there is no such package";
    const fix = "build it with npm run pack where Caracal's source is, and name the file that it writes";
    throw new CaracalError({ code: "INPUT_NOT_FOUND", source: spec, message, fix });
  }
  const path = relative(resolve(folder), resolve(spec)).replaceAll("\\", "/");
  return `file:${path}`;
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
