import { join } from "node:path";
import { expect, test } from "vitest";
import { testFilesOf } from "../../../sdk/cli/rule-tests.ts";
import { folderWith, REPOSITORY } from "./caracal.ts";

test("a test belongs to the rule files that it imports, itself or by name through others", async () => {
  const tests = {
    "test/direct.test.ts": 'import rule from "../rules/one.ts";\n',
    "test/named.test.ts": 'import { two as mine } from "../rules/index.ts";\n',
    "test/all.test.ts": 'import * as rules from "../rules/index.ts";\n',
    "test/star.test.ts": 'import { three } from "../rules/index.js";\n',
    "test/folder.test.ts": 'import { renamed } from "../rules";\n',
    "test/pack.test.ts": 'import { errorSpike } from "caracal/packs/aws-bedrock";\n',
    "test/type.test.ts": 'import type { one } from "../rules/one.ts";\n',
    "test/other.test.ts": '// import "../rules/one.ts"\nimport { replay } from "caracal/testing";\n',
    "test/unparsed.test.ts": 'import rule from "../rules/one.ts";\nconst a = ;\n',
  };
  const folder = await folderWith({
    ...tests,
    "rules/one.ts": "export default { id: 1 };\n",
    "rules/two.ts": "export const two = { id: 2 };\n",
    "rules/three.ts": "export const three = { id: 3 };\n",
    "rules/index.ts":
      'export { two } from "./two.ts";\nexport { default as renamed } from "./one.ts";\nexport * from "./three.ts";\nexport * from "./index.ts";\n',
  });
  const spike = join(REPOSITORY, "rules/aws-bedrock/error-spike.ts");
  const rules = ["one", "two", "three"].map((name) => join(folder, `rules/${name}.ts`));
  const found = await testFilesOf(
    [...rules, spike, join(folder, "rules/none.ts")],
    Object.keys(tests).map((name) => join(folder, name)),
  );
  const names = [...found].map(([rule, files]) => [
    rule.split("/").at(-1),
    files.map((file) => /(\w+)\.test/.exec(file)?.[1]),
  ]);
  expect(Object.fromEntries(names)).toEqual({
    "one.ts": ["direct", "all", "folder", "unparsed"],
    "two.ts": ["named", "all"],
    "three.ts": ["all", "star"],
    "error-spike.ts": ["pack"],
  });
});
