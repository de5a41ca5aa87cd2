import { isAbsolute, relative } from "node:path";
import escapeRegExp from "lodash/escapeRegExp.js";
import type { RuleToTest } from "./test-rules.ts";

/** Rules, test files, and rule files with which something is wrong. */
export interface Found {
  readonly rules: readonly RuleToTest[];
  /** Test files, from the root. */
  readonly files: readonly string[];
  /** Texts of rule files with which something is wrong, by file. */
  readonly broken: ReadonlyMap<string, string>;
}

/** What has an id, else what has an id below it or a path with it; `undefined` where nothing has. */
export function findByFilter(filter: string, all: Found): Found | undefined {
  const own = byId(filter, all);
  if (sizeOf(own) > 0) return own;
  const [below, path] = [byId(`${filter.replace(/\.$/, "")}.*`, all), byPath(filter, all)];
  const found = {
    rules: [...below.rules, ...path.rules],
    files: path.files,
    broken: new Map([...below.broken, ...path.broken]),
  };
  return sizeOf(found) > 0 ? found : undefined;
}

function sizeOf({ rules, files, broken }: Found): number {
  return rules.length + files.length + broken.size;
}

function byId(filter: string, { rules, broken }: Found): Found {
  const id = filter.split("*").map(escapeRegExp).join("[^\"'`]*");
  const pattern = new RegExp(`^${id}$`, "i");
  const written = new RegExp(`\\bid["']?\\s*:\\s*["'\`]${id}["'\`]`, "i");
  return {
    rules: rules.filter((rule) => pattern.test(rule.id)),
    files: [],
    broken: new Map([...broken].filter(([, text]) => written.test(text))),
  };
}

function byPath(filter: string, { rules, files, broken }: Found): Found {
  const part = (isAbsolute(filter) ? relative(process.cwd(), filter) : filter)
    .replace(/^\.\//, "")
    .toLowerCase();
  const has = (file: string): boolean => relative(process.cwd(), file).toLowerCase().includes(part);
  return {
    rules: rules.filter(({ file }) => has(file)),
    files: files.filter(has),
    broken: new Map([...broken].filter(([file]) => has(file))),
  };
}
