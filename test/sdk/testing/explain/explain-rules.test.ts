import { describe, expect, test } from "vitest";
import { explainRules } from "../../../../sdk/testing/explain/explain-rules.ts";

const RULE = "export const r = defineRule({ detect: (event) => event.a && event.b });";

async function transformed(id: string, config: object = {}): Promise<string | undefined> {
  const plugin = explainRules();
  plugin.configResolved({ root: "/project", test: config });
  return (await plugin.transform(RULE, id))?.code;
}

test("parts are told with the file as the project calls it", async () => {
  expect(await transformed("/project/rules/aws/r.ts?t=1")).toContain('"file":"rules/aws/r.ts"');
});

describe("a module is left alone", () => {
  test.each([
    ["of a package", "/project/node_modules/pack/r.ts", {}],
    ["that is no script", "/project/rules/r.json", {}],
    ["while coverage is measured", "/project/rules/r.ts", { coverage: { enabled: true } }],
  ])("%s", async (_, id, config) => {
    expect(await transformed(id, config)).toBeUndefined();
  });
});
