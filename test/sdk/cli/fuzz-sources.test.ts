import { join } from "node:path";
import { expect, test } from "vitest";
import { fuzzSources } from "../../../sdk/cli/fuzz-sources.ts";
import { folderWith } from "./caracal.ts";

test("what a rule may wait for is in its file, and in all that it imports by relative paths", async () => {
  const folder = await folderWith({
    "rules/a.ts":
      'import "./before.ts";\nexport { b } from "./deep/b.ts";\nimport type { T } from "./types.ts";\n// from "./other.ts"\n',
    "rules/before.ts": 'import words from "./words.json" with { type: "json" };\n',
    "rules/words.json": '["secret"]',
    "rules/deep/b.ts": 'export * from "../a.ts";\nexport const b = 1;\n',
    "rules/types.ts": "export type T = 1;\n",
    "rules/other.ts": "export const other = 1;\n",
  });
  const { files, calls } = await fuzzSources(join(folder, "rules/a.ts"));
  const found = [...files.keys()].map((file) => file.slice(folder.length + 1)).toSorted();
  expect([found, calls]).toEqual([
    ["rules/a.ts", "rules/before.ts", "rules/deep/b.ts", "rules/words.json"],
    "",
  ]);
});

test("a rule that imports caracal/bedrock may wait for what bodies of models hold", async () => {
  const folder = await folderWith({ "rules/a.ts": 'import { model } from "caracal/bedrock";\n' });
  const { calls } = await fuzzSources(join(folder, "rules/a.ts"));
  expect(calls).toContain("export function");
});
