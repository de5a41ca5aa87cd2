import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import omit from "lodash/omit.js";
import { describe, expect, test } from "vitest";
import { caracal, folderWith, record } from "./caracal.ts";

const RULE = `import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";
import add from "./add.ts";
export default defineRule({
  id: "Test.Every", logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW",
  detect: () => add(1, 1) === 2,
  title: (event) => principal(event).key,
});
`;
const project = {
  "package.json": '{"name":"@made-up/rules","version":"2.1.0","type":"module"}',
  "rules/every.ts": RULE,
  "rules/add.ts": "export default (one: number, other: number): number => one + other;\n",
};

async function exported(env = {}): Promise<{ folder: string; bytes: Buffer }> {
  const folder = await folderWith(project);
  expect(await caracal(["export", "--out", "b.zip"], { cwd: folder, env })).toMatchObject({ code: 0 });
  return { folder, bytes: await readFile(join(folder, "b.zip")) };
}

test("a bundle has the same bytes in another folder and another time zone", async () => {
  const [one, other] = await Promise.all([exported({ TZ: "UTC" }), exported({ TZ: "Asia/Tokyo" })]);
  expect(one.bytes.equals(other.bytes)).toBe(true);
  const entries = unzipSync(one.bytes);
  expect(Object.keys(entries)).toEqual(["manifest.json", "rules.mjs", "rules.mjs.map"]);
  expect(JSON.parse(new TextDecoder().decode(entries["manifest.json"]))).toMatchObject({
    format: 1,
    name: "@made-up/rules",
    version: "2.1.0",
    rules: [{ id: "Test.Every", severity: "LOW", logTypes: ["AWS.BedrockModelInvocation"] }],
    files: { "rules.mjs": expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  });
  const code = new TextDecoder().decode(entries["rules.mjs"]);
  expect(code).not.toMatch(/^import |\brequire\(/m);
  expect(code + new TextDecoder().decode(entries["rules.mjs.map"])).not.toContain(one.folder);
});

test("nor do its bytes depend on how far the project is from caracal", async () => {
  const [near, far] = await Promise.all([
    folderWith({}),
    folderWith({ "deep/down/package.json": project["package.json"] }),
  ]);
  await writeFile(join(near, "package.json"), project["package.json"]);
  const bundles = [near, join(far, "deep/down")].map(async (cwd) => {
    expect(await caracal(["export", "--rules", "aws-bedrock", "--out", "b.zip"], { cwd })).toMatchObject({
      code: 0,
    });
    return await readFile(join(cwd, "b.zip"), "base64");
  });
  const [one, other] = await Promise.all(bundles);
  expect(one).toBe(other);
});

test("a bundle runs by itself and gives the same alerts as its sources", async () => {
  const { folder } = await exported();
  const elsewhere = await folderWith({ "b.zip": await readFile(join(folder, "b.zip")) });
  const args = ["run", "--format", "ndjson"];
  const [sources, bundle] = await Promise.all([
    caracal(args, { cwd: folder, input: record(1) }),
    caracal([...args, "--bundle", "b.zip"], { cwd: elsewhere, input: record(1) }),
  ]);
  expect(bundle.stdout).toContain('"title":"111122223333:user/dana"');
  expect(bundle.stdout).toBe(sources.stdout);
});

describe("a bundle that is not what it was", () => {
  const changes: [string, (entries: Record<string, Uint8Array>) => Record<string, Uint8Array>, RegExp][] = [
    [
      "a changed byte",
      (entries) => ({ ...entries, "rules.mjs": new TextEncoder().encode("export const rules = [];") }),
      /rules\.mjs was changed/,
    ],
    [
      "an entry more",
      (entries) => ({ ...entries, "../evil.mjs": new Uint8Array() }),
      /\.\.\/evil\.mjs is not in the manifest/,
    ],
    ["an entry less", (entries) => omit(entries, "rules.mjs.map"), /rules\.mjs\.map is missing/],
    ["no manifest", (entries) => omit(entries, "manifest.json"), /manifest\.json is missing/],
    [
      "an unknown format",
      (entries) => ({
        ...entries,
        "manifest.json": new TextEncoder().encode(
          new TextDecoder().decode(entries["manifest.json"]).replace('"format": 1', '"format": 2'),
        ),
      }),
      /manifest\.json: format/,
    ],
    [
      "a bomb",
      (entries) => ({ ...entries, "rules.mjs": new Uint8Array(70 * 2 ** 20) }),
      /unpacks to more than/,
    ],
  ];
  test("is refused before a line of it runs", async () => {
    const { folder, bytes } = await exported();
    const outcomes = changes.map(async ([name, change, message], at) => {
      const file = join(folder, `${at}.zip`);
      await writeFile(file, zipSync(change(unzipSync(bytes))));
      const { code, stderr } = await caracal(["run", "--bundle", file], { input: record(1) });
      expect
        .soft({ name, code, stderr })
        .toEqual({ name, code: 2, stderr: expect.stringMatching(message) as string });
    });
    await Promise.all(outcomes);
    await writeFile(join(folder, "no.zip"), "no zip");
    expect(await caracal(["run", "--bundle", join(folder, "no.zip")], { input: record(1) })).toMatchObject({
      code: 2,
    });
  });
});

test("rules that cannot all be loaded make no bundle", async () => {
  const folder = await folderWith({ ...project, "rules/broken.ts": "export default (" });
  const { code, stderr } = await caracal(["export", "--out", "b.zip"], { cwd: folder });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^rules\/broken\.ts:1.*RULE_FILE_BROKEN/);
  await expect(readFile(join(folder, "b.zip"))).rejects.toThrow("ENOENT");
});

describe("a bundle holds the configuration that it was built with", () => {
  const told = `import { defineConfig, extendRule } from "caracal";
import stranger from "./rules/stranger.ts";
import accounts from "./accounts.json" with { type: "json" };
export default defineConfig({
  organization: { accounts },
  overrides: [extendRule(stranger, { severity: "CRITICAL", title: (event) => \`\${event.accountId} is nobody's\` })],
});
`;
  const files = {
    "package.json": project["package.json"],
    "accounts.json": '["111122223333", "444455556666"]',
    "rules/stranger.ts": `import { defineRule, organization } from "caracal";
export default defineRule({
  id: "Test.Stranger", logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW",
  detect: ({ accountId }) => !organization().accounts.includes(accountId ?? ""),
});
`,
    "caracal.config.ts": told,
  };
  const log = {
    "a.ndjson": ["111122223333", "777788889999"]
      .map((accountId, at) => `${record(at, { accountId })}\n`)
      .join(""),
  };
  const build = async (env = {}): Promise<Buffer> => {
    const cwd = await folderWith(files);
    expect(await caracal(["export", "--out", "b.zip"], { cwd, env })).toMatchObject({ code: 0 });
    return await readFile(join(cwd, "b.zip"));
  };
  const run = async (bytes: Uint8Array, beside: Record<string, string>, ...options: string[]) => {
    const cwd = await folderWith({ ...log, ...beside, "b.zip": bytes });
    const args = ["run", "a.ndjson", "--bundle", "b.zip", "--format", "json", ...options];
    const { stdout, stderr, code } = await caracal(args, { cwd });
    const alerts = JSON.parse(stdout) as { title: string; severity: string; eventCount: number }[];
    return {
      code,
      told: stderr.split("\n").filter((line) => line.includes("CONFIG")),
      alerts: alerts.map(({ title, severity, eventCount }) => `${severity} ${eventCount} ${title}`),
    };
  };
  const STRANGER = ["CRITICAL 1 777788889999 is nobody's"];

  test("and behaves the same elsewhere, in threads too", async () => {
    const bytes = await build();
    expect(await run(bytes, {})).toEqual({ code: 0, told: [], alerts: STRANGER });
    expect(await run(bytes, {}, "--workers", "1")).toEqual({ code: 0, told: [], alerts: STRANGER });
    const manifest = JSON.parse(new TextDecoder().decode(unzipSync(bytes)["manifest.json"]));
    expect(manifest).toMatchObject({ rules: [{ id: "Test.Stranger", severity: "CRITICAL" }] });
  });

  test("whatever the configuration says where it runs, which one line tells of", async () => {
    const bytes = await build();
    const other = { "caracal.config.mjs": "export default { organization: { accounts: [] }, nonsense: 1 };" };
    expect(await run(bytes, other)).toEqual({
      code: 0,
      told: [
        "caracal.config.mjs: CONFIG_UNUSED it does not count here: b.zip brings the configuration that it was built with; --no-config leaves this out",
      ],
      alerts: STRANGER,
    });
    expect(await run(bytes, other, "--no-config")).toMatchObject({ code: 0, told: [], alerts: STRANGER });
  });

  test("in the same bytes in another folder and another time zone", async () => {
    const [one, other] = await Promise.all([build({ TZ: "UTC" }), build({ TZ: "Asia/Tokyo" })]);
    expect(one.equals(other)).toBe(true);
  });

  test("and none with --no-config", async () => {
    const cwd = await folderWith(files);
    await caracal(["export", "--out", "b.zip", "--no-config"], { cwd });
    const { alerts } = await run(await readFile(join(cwd, "b.zip")), {});
    expect(alerts).toEqual(["LOW 2 Test.Stranger"]);
  });

  test("is not built where an override has no place", async () => {
    const cwd = await folderWith({
      ...files,
      "rules/stranger.ts": "export {};",
      "stranger.ts": files["rules/stranger.ts"],
      "caracal.config.ts": told.replace("./rules/", "./"),
    });
    const { stderr, code } = await caracal(["export", "--out", "b.zip"], { cwd });
    expect(stderr).toContain("CONFIG_INVALID overrides: there is no rule Test.Stranger");
    expect(code).toBe(3);
    await expect(readFile(join(cwd, "b.zip"))).rejects.toThrow("ENOENT");
  });
});
