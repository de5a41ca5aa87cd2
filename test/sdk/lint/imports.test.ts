import { expect, test } from "vitest";
import { imports } from "../../../sdk/lint/imports.ts";
import { moduleOf, pointedAt } from "./module-of.ts";

test.each<[string, string, string, string[]]>([
  ["a module of Node.js", 'import { readFile } from "node:fs/promises";', "RULE_IMPURE", ['"node:fs']],
  ["one without its prefix", 'import fs from "fs";', "RULE_IMPURE", ['"fs"']],
  ["one that is handed on", 'export * from "node:os";', "RULE_IMPURE", ['"node:os"']],
  ["a package", 'import axios from "axios";', "RULE_IMPORT_DOUBTFUL", ['"axios"']],
  ["a pure one of Node.js", 'import { join } from "node:path";', "RULE_IMPURE", ['"node:path"']],
])("%s is told", async (_, text, code, expected) => {
  const issues = imports(await moduleOf(text));
  expect(issues.map((issue) => issue.code)).toEqual(expected.map(() => code));
  expect(pointedAt(issues, text, expected)).toEqual(expected);
});

test.each([
  ["caracal", 'import { defineRule } from "caracal";\nimport { model } from "caracal/bedrock";'],
  ["a module beside it", 'import { names } from "./names.ts";'],
  ["types alone", 'import type { Stats } from "node:fs";'],
  [
    "what is pure of date-fns",
    'import { addDays } from "date-fns/addDays";\nimport { format } from "date-fns";',
  ],
  [
    "what is pure of lodash",
    'import countBy from "lodash/countBy.js";\nimport _ from "lodash";\n_.size([]);',
  ],
  ["zod", 'import { z } from "zod";'],
])("%s is fine", async (_, text) => {
  expect(imports(await moduleOf(text))).toEqual([]);
});
