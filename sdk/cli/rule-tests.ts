import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { CaracalError } from "../base/caracal-error.ts";
import { importsOf } from "../lint/imports.ts";
import { parseModule } from "../lint/parse-module.ts";
import type { SyntaxNode } from "../lint/syntax-node.ts";
import { listOf } from "../lint/value-nodes.ts";
import { fileAt, importedFile } from "./imported-file.ts";
import { PACKS } from "./shipped-rules.ts";

/**
 * The test files that belong to rule files: those that import the file, or by name what a file such as the index of a
 * pack exports from it. A test that does not parse belongs to the rule files whose names are in its text.
 *
 * @param rules paths of rule files, from the root
 * @param tests paths of test files, from the root
 * @returns the test files of each rule file that has any, in the order given
 * @throws CaracalError `TOOL_MISSING` without rolldown, whose parser reads the files
 * @example
 * const tests = await testFilesOf(["/mine/rules/opened.ts"], ["/mine/test/rules/opened.test.ts"]);
 * tests.get("/mine/rules/opened.ts"); // ["/mine/test/rules/opened.test.ts"]
 */
export async function testFilesOf(
  rules: readonly string[],
  tests: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const read = reader();
  const wanted = new Set(rules);
  const found = new Map<string, string[]>();
  for (const test of tests) {
    const reached = new Set<string>();
    const module = await read(test);
    const named = rules.filter((rule) => module.text.includes(stem(rule)));
    if (module.links === undefined) for (const rule of named) reached.add(rule);
    for (const link of module.links ?? []) {
      const isImport = link.kind === "import";
      if (isImport)
        await follow(link.target, link.names && [...link.names.values()], { wanted, read, reached });
    }
    for (const rule of reached) found.set(rule, [...(found.get(rule) ?? []), test]);
  }
  return found;
}

/** One statement that takes something from another module of the project, or from a pack. */
interface Link {
  readonly kind: "import" | "export";
  readonly target: string;
  /** By the name that it gets here, the name that it has there; `undefined` for everything. */
  readonly names?: ReadonlyMap<string, string>;
}

interface Module {
  readonly text: string;
  /** `undefined` for a file that does not parse. */
  readonly links?: readonly Link[];
}

interface Search {
  readonly wanted: ReadonlySet<string>;
  readonly read: (file: string) => Promise<Module>;
  readonly reached: Set<string>;
}

/** Goes from a file that is imported through what it exports from others. */
async function follow(
  target: string,
  names: readonly string[] | undefined,
  search: Search,
  seen: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (search.wanted.has(target)) search.reached.add(target);
  const { links = [] } = seen.has(target) ? {} : await search.read(target);
  for (const link of links) {
    if (link.kind === "import") continue;
    const { text } = await search.read(link.target);
    const asked = names?.flatMap((name) => link.names?.get(name) ?? (link.names ? [] : name));
    const isMeant = asked === undefined || asked.some((name) => name === "default" || text.includes(name));
    if (isMeant) await follow(link.target, asked, search, new Set([...seen, target]));
  }
}

function reader(): Search["read"] {
  const modules = new Map<string, Promise<Module>>();
  return (file) => {
    const module = modules.get(file) ?? readModule(file);
    modules.set(file, module);
    return module;
  };
}

async function readModule(file: string): Promise<Module> {
  const text = await readFile(file, "utf8").catch(() => "");
  try {
    const tree = await parseModule(text, file);
    const links = importsOf({ source: file, text, tree }).flatMap(({ from, node }) => {
      const target = fileOf(from, file);
      return target === undefined ? [] : [linkOf(node, target)];
    });
    return { text, links };
  } catch (error) {
    if (error instanceof CaracalError && error.issues[0]?.code === "RULE_FILE_BROKEN") return { text };
    throw error;
  }
}

function linkOf({ type, specifiers }: SyntaxNode, target: string): Link {
  const kind = type === "ImportDeclaration" ? "import" : "export";
  if (type === "ExportAllDeclaration") return { kind, target };
  const names = new Map<string, string>();
  for (const { type: how, imported, local, exported } of listOf(specifiers)) {
    if (how === "ImportNamespaceSpecifier") return { kind, target };
    const there =
      kind === "export" ? local : how === "ImportDefaultSpecifier" ? { name: "default" } : imported;
    names.set(written(kind === "export" ? exported : local), written(there));
  }
  return { kind, target, names };
}

/** A name as it is written: `import { "odd name" as even }` is possible. */
function written(name: unknown): string {
  const { name: plain, value } = (name ?? {}) as { readonly name?: string; readonly value?: string };
  return plain ?? value ?? "";
}

/** The file that an import of the project's own or of a pack means. */
function fileOf(from: string, file: string): string | undefined {
  const [, pack] = /^caracal\/packs\/([\w-]+)$/.exec(from) ?? [];
  return pack === undefined ? importedFile(from, file) : fileAt(join(PACKS, pack, "index"));
}

function stem(file: string): string {
  return basename(file).replace(/\.[cm]?[jt]s$/, "");
}
