import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { LogType } from "../event/log-type.ts";
import type { Detection } from "../rule/step.ts";
import { isDetection } from "./define-detection.ts";
import { resolveCaracal } from "./resolve-caracal.ts";

/** A rule or correlation, or what is meant as one, and where it was found first. */
export interface ExportedRule {
  readonly value: Detection;
  readonly file: string;
  /** The file as the user names it. */
  readonly source: string;
  /** The name that it is exported by; absent in a list. */
  readonly name?: string;
}

/** What the files of a folder of rules are, when they are run. */
export interface ImportedRules {
  /** Each once, though an index may export it again. */
  readonly rules: readonly ExportedRule[];
  /** Files that export a rule, also one that another does. */
  readonly holding: ReadonlySet<string>;
  /** Log types that the files bring, and the file of each. */
  readonly logTypes: ReadonlyMap<LogType, string>;
  /** Files that do not load. Files that fail for the same reason have the same error. */
  readonly failures: ReadonlyMap<string, unknown>;
}

/** Imports modules, and looks at what they export. */
export async function importRules(files: readonly string[]): Promise<ImportedRules> {
  resolveCaracal();
  const rules = new Map<unknown, ExportedRule>();
  const holding = new Set<string>();
  const logTypes = new Map<LogType, string>();
  const failures = new Map<string, unknown>();
  const loaded = await Promise.allSettled(
    files.map((file) => import(pathToFileURL(file).href) as Promise<object>),
  );
  for (const [at, file] of files.entries()) {
    const module = loaded[at];
    if (module?.status !== "fulfilled") {
      failures.set(file, module?.reason);
      continue;
    }
    const source = relative(process.cwd(), file);
    for (const [name, exported] of Object.entries(module.value) as [string, unknown][])
      for (const value of [exported].flat()) {
        if (isLogType(value)) logTypes.set(value, file);
        if (!isDetection(value)) continue;
        holding.add(file);
        if (!rules.has(value))
          rules.set(value, { value, file, source, ...(!Array.isArray(exported) && { name }) });
      }
  }
  return { rules: [...rules.values()], holding, logTypes, failures };
}

function isLogType(value: unknown): value is LogType {
  return (
    typeof value === "object" &&
    value !== null &&
    "decode" in value &&
    "name" in value &&
    typeof value.decode === "function"
  );
}
