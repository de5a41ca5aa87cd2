import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { parseModule } from "../sdk/lint/parse-module.ts";
import { isNode, type SyntaxNode } from "../sdk/lint/syntax-node.ts";
import { listOf } from "../sdk/lint/value-nodes.ts";
import { REPOSITORY } from "./sdk/cli/caracal.ts";

const { exports } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")) as {
  readonly exports: Readonly<Record<string, string>>;
};

/** What users of the package build on. `vitest run test/public-names.test.ts -u` writes the file after a change. */
test("the package exports the names in public-names.txt, and no others", async () => {
  const entries = await Promise.all(Object.entries(exports).map(entryText));
  await expect(entries.join("\n")).toMatchFileSnapshot("public-names.txt");
});

async function entryText([entry, path]: [entry: string, path: string]): Promise<string> {
  const file = join(REPOSITORY, path);
  const lines = file.endsWith(".ts") ? [...(await valuesOf(file)), ...(await typesOf(file))] : [];
  return [entry.replace(".", "caracal"), ...lines.map((line) => `  ${line}`), ""].join("\n");
}

async function valuesOf(file: string): Promise<string[]> {
  return Object.keys((await import(pathToFileURL(file).href)) as object).toSorted();
}

async function typesOf(file: string): Promise<string[]> {
  const { body } = await parseModule(readFileSync(file, "utf8"), file);
  const types = await Promise.all(listOf(body).map(typesIn));
  return types.flat().toSorted();
}

async function typesIn({ type, exportKind, specifiers, declaration, source }: SyntaxNode): Promise<string[]> {
  if (type === "ExportAllDeclaration") return await typesOf(fileOf((source as { value: string }).value));
  if (type !== "ExportNamedDeclaration") return [];
  const named = listOf(specifiers).filter(
    (one) => "type" === (exportKind === "type" ? exportKind : one.exportKind),
  );
  const declared = isNode(declaration) && declaration.type.startsWith("TS") ? [declaration.id] : [];
  const names = [...named.map(({ exported }) => exported), ...declared].filter(isNode);
  return names.map(({ name }) => `type ${String(name)}`);
}

/** The file of an entry of the package, which is all that an entry may hand on whole. */
function fileOf(entry: string): string {
  const path = exports[entry.replace("caracal", ".")];
  if (path === undefined) throw new Error("an entry of the package names what it exports");
  return join(REPOSITORY, path);
}
