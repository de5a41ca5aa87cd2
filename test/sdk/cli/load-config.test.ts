import { describe, expect, test } from "vitest";
import { caracal, folderWith, ndjson, record } from "./caracal.ts";

const HEAD = 'import { defineConfig, defineRule, extendRule, organization } from "caracal";\n';

const PROJECT = {
  "package.json": '{ "name": "rules", "version": "1.0.0", "type": "module" }',
  "rules/stranger.ts": `${HEAD}export const stranger = defineRule({
  id: "Test.Stranger", logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW",
  detect: ({ accountId }) => !organization().accounts.includes(accountId ?? ""),
  title: () => \`not in \${organization().accounts.length}\`,
});
`,
  "more/silent.ts": `${HEAD}export const silent = defineRule({
  id: "Test.Silent", logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW",
  detect: () => false, reports: { "MITRE ATLAS": ["AML.T0040"] },
});
`,
  "a.ndjson": `${record(1)}\n`,
  "b.ndjson": `${record(2, { accountId: "444455556666" })}\n`,
};

const TOLD = `${HEAD}
import { stranger } from "./rules/stranger.ts";
export default defineConfig({
  organization: { accounts: ["111122223333"] },
  overrides: [extendRule(stranger, { severity: "HIGH", title: "A stranger" })],
});
`;

interface Told {
  readonly ruleId: string;
  readonly severity: string;
  readonly title: string;
  readonly eventCount: number;
}

async function alertsOf(cwd: string, ...options: string[]): Promise<string[]> {
  const { stdout, stderr, code } = await caracal(
    ["run", "a.ndjson", "b.ndjson", "--format", "ndjson", ...options],
    {
      cwd,
    },
  );
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  return ndjson<Told>(stdout).map(
    ({ ruleId, severity, title, eventCount }) => `${ruleId} ${severity} ${eventCount} ${title}`,
  );
}

describe.concurrent("a configuration", () => {
  test.each([
    ["caracal.config.ts", []],
    ["caracal.config.mts", []],
    ["caracal.config.js", []],
    ["caracal.config.mjs", []],
    ["caracal.config.ts", ["--workers", "2"]],
    ["other/mine.ts", ["--config", "other/mine.ts"]],
  ])("in %s counts in a run with %j", async (file, options) => {
    const text = file.startsWith("other") ? TOLD.replace("./rules", "../rules") : TOLD;
    const cwd = await folderWith({ ...PROJECT, [file]: text });
    // The rules are beside the configuration, or where the command line says.
    const rules = file.startsWith("other") ? ["--rules", "rules"] : [];
    expect(await alertsOf(cwd, ...options, ...rules)).toEqual(["Test.Stranger HIGH 1 A stranger"]);
  });

  test("is left out with --no-config", async () => {
    const cwd = await folderWith({ ...PROJECT, "caracal.config.ts": TOLD });
    expect(await alertsOf(cwd, "--no-config")).toEqual(["Test.Stranger LOW 2 not in 0"]);
  });

  test("names the rules that run where the command line names none, as seen from its folder", async () => {
    const config = `${HEAD}export default defineConfig({ rules: ["more", "../rules"] });`;
    const cwd = await folderWith({
      ...PROJECT,
      "sub/caracal.config.ts": config,
      "sub/more/silent.ts": PROJECT["more/silent.ts"],
    });
    const told = async (...options: string[]) =>
      (await caracal(["coverage", "--format", "json", ...options], { cwd })).stderr;
    expect(await told("--config", "sub/caracal.config.ts")).toBe("2 rules\n");
    expect(await told("--config", "sub/caracal.config.ts", "--rules", "more")).toBe("1 rule\n");
    expect(await told()).toBe("1 rule\n");
  });

  test("overrides rules of folders and packs for every command that looks at rules", async () => {
    const cwd = await folderWith({
      ...PROJECT,
      "caracal.config.ts": `${HEAD}import { errorSpike } from "caracal/packs/aws-bedrock";
import { stranger } from "./rules/stranger.ts";
export default defineConfig({
  rules: ["rules", "aws-bedrock"],
  overrides: [
    extendRule(stranger, { title: (event) => event.identity.arn }),
    extendRule(errorSpike, { reports: { "MITRE ATLAS": ["AML.T0034"] } }),
  ],
});
`,
    });
    const fuzz = await caracal(
      ["fuzz", "Test.Stranger", "--seconds", "60", "--runs", "300", "--format", "json"],
      { cwd },
    );
    expect(fuzz.stdout).toContain("Test.Stranger: title throws TypeError");
    const coverage = await caracal(["coverage", "--format", "json", "--framework", "atlas"], { cwd });
    const techniques = /"AML\.T0034"[^]*?"AWS\.Bedrock\.ErrorSpike"/;
    expect(coverage.stdout).toMatch(techniques);
    expect((await caracal(["check"], { cwd })).stdout).not.toContain("CONFIG");
  });

  test("is checked by check, with what its overrides do", async () => {
    const cwd = await folderWith({
      ...PROJECT,
      "caracal.config.ts": `${HEAD}import { stranger } from "./rules/stranger.ts";
export default defineConfig({
  rules: ["rules", "more"],
  overrides: [
    extendRule(stranger, {
      displayName: "Stranger", description: () => String(Date.now()),
      exceptions: [{ id: "old", reason: "Old.", owner: "a@example.org", expires: "2020-01-01", when: (event) => event.modelId === "old" }],
    }),
  ],
});
`,
    });
    const { stdout, code } = await caracal(["check", "--format", "json"], { cwd });
    const found = JSON.parse(stdout) as { code: string; source: string; line: number }[];
    const ofConfig = found.filter(({ source }) => source === "caracal.config.ts");
    expect(ofConfig.map((one) => [one.code, one.line])).toEqual([
      ["RULE_IMPURE", 7],
      ["RULE_EXCEPTION_EXPIRED", 8],
    ]);
    expect(code).toBe(2);
  });

  test("does not ask for tests of the packs that it names, but for those of its folders", async () => {
    const cwd = await folderWith({
      ...PROJECT,
      "caracal.config.ts": `${HEAD}export default defineConfig({ rules: ["more", "aws-bedrock"] });`,
      "vitest.config.ts": "export default {};",
      "test/rules/none.test.ts": 'import { test } from "vitest"; test("nothing", () => {});',
    });
    const { stdout } = await caracal(["test", "--reporter", "json"], { cwd });
    const { untested } = JSON.parse(stdout) as { untested: { message: string }[] };
    expect(JSON.stringify(untested)).toContain("Test.Silent");
    expect(JSON.stringify(untested)).not.toContain("AWS.Bedrock");
  });
});

describe.concurrent("a configuration that is no good ends a command with 3", () => {
  test.each<[what: string, text: string, told: string]>([
    [
      "with a key that there is not",
      "export default defineConfig({\n  organisation: {} as never,\n});",
      "caracal.config.ts:3:17: CONFIG_INVALID there is no key organisation; did you mean organization?",
    ],
    [
      "with what cannot be, in a variable",
      'const config = {\n  organization: { accounts: ["1"] },\n};\nexport default config;',
      "caracal.config.ts:3:30: CONFIG_INVALID organization.accounts.0: expected twelve digits",
    ],
    [
      "without a default",
      'export const config = { rules: "rules" };',
      "caracal.config.ts: CONFIG_INVALID it exports no configuration as its default; write export default",
    ],
    ["that is no code", "export default {", "caracal.config.ts:2:17: CONFIG_BROKEN it does not parse"],
    [
      "whose import is missing",
      'import { none } from "./none.ts";\nexport default { rules: none };',
      "caracal.config.ts:2:22: CONFIG_BROKEN cannot be loaded: Error: Cannot find module",
    ],
    [
      "that throws",
      'throw new RangeError("not today");',
      "caracal.config.ts:2:7: CONFIG_BROKEN cannot be loaded: RangeError: not today",
    ],
    [
      "with a rule that cannot be",
      'export default { overrides: [extendRule(defineRule({ id: "A", logTypes: ["AWS.CloudTrail"], severity: "LOW", detect: () => true }), { severity: "LOUD" as never })] };',
      "CONFIG_INVALID rule A: severity: expected a fixed value",
    ],
  ])("%s", async (_, text, told) => {
    const cwd = await folderWith({ ...PROJECT, "caracal.config.ts": `${HEAD}${text}` });
    for (const command of [["run", "a.ndjson"], ["fuzz"], ["check"]]) {
      const { stdout, stderr, code } = await caracal(command, { cwd });
      expect(`${stdout}${stderr}`.replace(": error ", ": ")).toContain(told);
      expect(code).toBe(3);
    }
  });

  test("of which there are two", async () => {
    const cwd = await folderWith({ ...PROJECT, "caracal.config.ts": TOLD, "caracal.config.mjs": TOLD });
    const { stderr, code } = await caracal(["run", "a.ndjson"], { cwd });
    expect([code, stderr]).toEqual([
      3,
      "caracal.config.mjs: CONFIG_INVALID there is also caracal.config.ts, and only one can count; remove one of them\n",
    ]);
  });

  test("that is named and not there", async () => {
    const cwd = await folderWith(PROJECT);
    const { stderr, code } = await caracal(["run", "a.ndjson", "--config", "none.ts"], { cwd });
    expect([code, stderr]).toEqual([3, "none.ts: INPUT_NOT_FOUND there is no such file\n"]);
  });

  test("with an override of a rule that is not loaded; the other rules run", async () => {
    const config = `${HEAD}import { silent } from "./more/silent.ts";
export default defineConfig({ overrides: [extendRule(silent, { severity: "HIGH" })] });`;
    const cwd = await folderWith({ ...PROJECT, "caracal.config.ts": config });
    const { stdout, stderr, code } = await caracal(["run", "a.ndjson", "--format", "ndjson"], { cwd });
    expect(stderr).toContain(
      "caracal.config.ts:3:43: CONFIG_INVALID overrides: there is no rule Test.Silent to take the place of; name its pack",
    );
    expect([code, ndjson<Told>(stdout).length]).toEqual([3, 1]);
    expect((await caracal(["check"], { cwd })).stdout).toContain("there is no rule Test.Silent");
    // Who names rules knows that there are others.
    const named = await caracal(["run", "a.ndjson", "--rules", "rules"], { cwd });
    expect([named.code, named.stderr]).toEqual([0, expect.not.stringContaining("CONFIG")]);
  });
});

describe.concurrent("--rules", () => {
  test.each([
    [["--rules", "rules", "--rules", "more"]],
    [["--rules", "rules,more"]],
    [["--rules", "more, rules", "--rules", "rules/stranger.ts"]],
  ])("takes several places, and a rule of two of them once: %j", async (options) => {
    const cwd = await folderWith({
      ...PROJECT,
      "more/index.ts": 'export { stranger } from "../rules/stranger.ts";',
    });
    const { stderr } = await caracal(["run", "a.ndjson", ...options], { cwd });
    expect(stderr).toContain("from 2 rules");
  });

  test("refuses two rules with one id in two places", async () => {
    const cwd = await folderWith({ ...PROJECT, "copy/a.ts": PROJECT["rules/stranger.ts"] });
    const { stderr, code } = await caracal(["run", "a.ndjson", "--rules", "rules,copy"], { cwd });
    expect(stderr).toContain(
      "copy/a.ts: RULE_ID_DUPLICATE the id Test.Stranger is taken by a rule in rules/",
    );
    expect(code).toBe(2);
  });

  test("tells of each place that is empty or not there, and runs the others", async () => {
    const cwd = await folderWith({ ...PROJECT, "empty/a.ts": "export {};" });
    const { stderr, code } = await caracal(["run", "a.ndjson", "--rules", "none,rules,empty"], { cwd });
    expect(stderr).toContain("none: RULES_NOT_FOUND there is no such folder, file or pack");
    expect(stderr).toContain("empty: RULES_NOT_FOUND no file exports a rule");
    expect(stderr).toContain("1 alert from 1 rule");
    expect(code).toBe(2);
  });
});
