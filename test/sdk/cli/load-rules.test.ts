import { describe, expect, test } from "vitest";
import { caracal, folderWith, ndjson, record } from "./caracal.ts";

const rule = (id: string): string =>
  `defineRule({ id: "${id}", logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW", detect: () => true })`;

const head = 'import { defineRule } from "caracal";\n';

describe.concurrent("a rule file dropped into rules/ is found", () => {
  test.each<[string, Record<string, string>, string[]]>([
    ["with a default export", { "a.ts": `${head}export default ${rule("A")};` }, ["A"]],
    [
      "with named exports",
      { "a.ts": `${head}export const a = ${rule("A")};\nexport const b = ${rule("B")};` },
      ["A", "B"],
    ],
    [
      "with both, the same rule under two names",
      { "a.ts": `${head}export const a = ${rule("A")};\nexport default a;` },
      ["A"],
    ],
    [
      "in a folder of a folder, beside an index",
      {
        "x/y/a.ts": `${head}export const a = ${rule("A")};`,
        "x/index.ts": 'export * from "./y/a.ts";',
      },
      ["A"],
    ],
    ["in a list", { "a.ts": `${head}export default [${rule("A")}, ${rule("B")}];` }, ["A", "B"]],
    ["in JavaScript", { "a.mjs": `${head}export default ${rule("A")};` }, ["A"]],
    [
      "and its tests are not taken for rules",
      {
        "a.ts": `${head}export default ${rule("A")};`,
        "a.test.ts": 'throw new Error("a test, not a rule");',
        ".hidden/b.ts": `${head}export default ${rule("B")};`,
      },
      ["A"],
    ],
  ])("%s", async (_, files, ids) => {
    const folder = await folderWith(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`rules/${path}`, text])),
    );
    const { stdout, stderr, code } = await caracal(["run", "--format", "ndjson"], {
      cwd: folder,
      input: record(1),
    });
    expect([code, stderr.replace(/; 1 record[^]*/, "")]).toEqual([
      0,
      `${ids.length} alert${ids.length === 1 ? "" : "s"} from ${ids.length} rule${ids.length === 1 ? "" : "s"}`,
    ]);
    expect(
      ndjson<{ ruleId: string }>(stdout)
        .map(({ ruleId }) => ruleId)
        .toSorted(),
    ).toEqual(ids);
  });
});

test("a project's own schema types its rules and reads its logs", async () => {
  const schema =
    "schema: Custom.DoorLog\nfields:\n  - {name: openedAt, type: timestamp, timeFormats: [unix], isEventTime: true, required: true}\n  - {name: door, type: string, required: true}\n";
  const own = `${head}import "./generated/custom-door-log.ts";
export default defineRule({ id: "Own.Vault", logTypes: ["Custom.DoorLog"], severity: "HIGH", detect: (event) => event.door === "vault" });`;
  const folder = await folderWith({ "schemas/Custom.DoorLog.yml": schema, "rules/vault.ts": own });
  expect(await caracal(["generate", "schemas", "--out", "rules/generated"], { cwd: folder })).toMatchObject({
    code: 0,
  });
  expect(
    await caracal(["generate", "schemas", "--out", "rules/generated", "--check"], { cwd: folder }),
  ).toMatchObject({ code: 0, stderr: "" });
  const input = `{"openedAt":1772442000,"door":"vault"}\n{"openedAt":1772442001,"door":"kitchen"}\n${record(1)}`;
  const { stdout, stderr } = await caracal(["run", "--format", "ndjson"], { cwd: folder, input });
  expect(ndjson(stdout)).toMatchObject([
    { ruleId: "Own.Vault", createdAt: "2026-03-02T09:00:00.000Z", logTypes: ["Custom.DoorLog"] },
  ]);
  expect(stderr).toContain("3 records = 3 events");
});

test("a schema that changed makes its generated file stale, and a broken one is told with its place", async () => {
  const folder = await folderWith({
    "schemas/Custom.A.yml": "schema: Custom.A\nfields:\n  - {name: a, type: string}\n",
  });
  const args = ["generate", "schemas", "--out", "out", "--check"];
  expect(await caracal(args, { cwd: folder })).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^out\/custom-a\.ts: GENERATED_STALE is missing/) as string,
  });
  const broken = await folderWith({ "b.yml": "schema: Custom.B\nfields:\n  - name: a\n    type: strin\n" });
  expect(await caracal(["generate", "b.yml", "--out", "out"], { cwd: broken })).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^b\.yml:4:11: SCHEMA_INVALID .*strin/) as string,
  });
});
