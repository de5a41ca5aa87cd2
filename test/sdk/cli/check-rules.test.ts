import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../sdk/report/sarif.ts";
import { caracal, folderWith, REPOSITORY } from "./caracal.ts";

const HEAD = 'import { defineRule } from "caracal";\n';

const COMPLETE =
  'displayName: "Name", description: "What.", runbook: "Do.", reports: { "MITRE ATLAS": ["AML.T0012"] }, severity: "LOW"';

/** A rule that is fine but for what else it says: parts of it, or lines before it. */
function ruleThat(id: string, says: string): string {
  const isBefore = /^(import|const|let) /.test(says);
  const rule = `id: "${id}", logTypes: ["AWS.BedrockModelInvocation"], detect: () => true, ${COMPLETE}`;
  return `${HEAD}${isBefore ? says : ""}\nexport default defineRule({ ${rule},\n${isBefore ? "" : says} });\n`;
}

async function findingsIn(files: Readonly<Record<string, string>>): Promise<Finding[]> {
  const { stdout } = await caracal(["check", "rules", "--format", "json"], { cwd: await folderWith(files) });
  return JSON.parse(stdout) as Finding[];
}

describe("the examples in docs/checks.md", async () => {
  const page = readFileSync(join(REPOSITORY, "docs/checks.md"), "utf8");
  const rows = [
    ...page.matchAll(/^\| `(RULE_\w+)` \| (error|warning): .*? \| `+(\S.*?) ?`+ \| `+(\S.*?) ?`+ \|$/gm),
  ];
  const examples = rows.map(([, code = "", severity = "", told = "", fine = ""], at) => ({
    code,
    severity,
    // The last two cells: what stands before them may hold code too.
    told: told.split(/` \| `+/).at(-1) ?? "",
    fine,
    at,
  }));
  const findings = await findingsIn(
    Object.fromEntries(
      examples.flatMap(({ told, fine, at }) => [
        [`rules/told${at}.ts`, ruleThat(`Test.Told${at}`, told)],
        [`rules/fine${at}.ts`, ruleThat(`Test.Fine${at}`, fine)],
      ]),
    ),
  );
  const inFile = (name: string) => findings.filter(({ source }) => source === join("rules", name));

  test("every check of rules has some", () => {
    const codes = [...page.matchAll(/^\| `(RULE_\w+)`/gm)].map(([, code]) => code);
    const without = codes.filter((code) => !examples.some((example) => example.code === code));
    expect(without).toEqual(["RULE_NAME_DOUBTFUL"]);
  });

  test.each(examples)("$code: $told", ({ code, severity, at }) => {
    const own = inFile(`told${at}.ts`).find((finding) => finding.code === code);
    expect(own).toMatchObject({
      severity,
      line: expect.any(Number) as number,
      column: expect.any(Number) as number,
    });
    expect(own?.fix ?? own?.message).not.toBe("");
  });

  test.each(examples)("$code is not told of $fine", ({ at }) => {
    expect(inFile(`fine${at}.ts`)).toEqual([]);
  });
});

test("a rule that is complete and pure is told nothing of", async () => {
  expect(await findingsIn({ "rules/fine.ts": ruleThat("Test.Fine", "threshold: 5") })).toEqual([]);
});

test("the packs that come with Caracal are clean", async () => {
  const { stdout, code } = await caracal(["check", "aws-bedrock", "--strict"]);
  expect([stdout, code]).toEqual(["", 0]);
});

test("every rule of a file that does not load is told, at the very property, once", async () => {
  const broken = `${HEAD}import { model } from "caracal/bedrock";
export const first = defineRule({ id: "Test.First", logTypes: ["AWS.CloudTrail"], detect: () => true,
  severity: "HIGHEST",
});
export const second = defineRule({ id: "Test.Second", logTypes: ["AWS.CloudTrail"], severity: "LOW",
  thresold: 5,
  detect: model,
});
`;
  const findings = await findingsIn({
    "rules/broken.ts": broken,
    "rules/index.ts": 'export * from "./broken.ts";',
  });
  expect(findings.map(({ code, source, line, column }) => [code, source, line, column])).toEqual([
    ["RULE_INVALID", "rules/broken.ts", 4, 13],
    ["RULE_INVALID", "rules/broken.ts", 7, 3],
  ]);
  expect(findings[1]?.fix).toBe("did you mean threshold?");
});

test("two rules with one id are told with the places of both", async () => {
  const findings = await findingsIn({
    "rules/a.ts": ruleThat("Test.A", "threshold: 5"),
    "rules/b.ts": ruleThat("Test.A", "threshold: 5"),
  });
  expect(findings.map(({ source, line, column, message }) => [source, line, column, message])).toContainEqual(
    ["rules/b.ts", 3, 33, "the id Test.A is taken by a rule at rules/a.ts:3:33"],
  );
});

test("of two with one id in one file the later is one too many", async () => {
  const two = ["zebra", "ape"].map(
    (name) =>
      `export const ${name} = defineRule({ id: "Test.A", logTypes: ["AWS.CloudTrail"], detect: () => true, ${COMPLETE} });\n`,
  );
  expect(await findingsIn({ "rules/a.ts": HEAD + two.join("") })).toMatchObject([
    { code: "RULE_ID_DUPLICATE", line: 3, message: "the id Test.A is taken by a rule at rules/a.ts:2:39" },
  ]);
});

test("a correlation is told at the step that can never be filled", async () => {
  const text = `import { defineCorrelation, defineRule, step } from "caracal";
export const a = defineRule({ id: "Test.A", logTypes: ["AWS.CloudTrail"], detect: () => true, ${COMPLETE} });
export const b = defineRule({ id: "Test.B", enabled: false, logTypes: ["AWS.CloudTrail"], detect: () => true, ${COMPLETE} });
export const both = defineCorrelation({ id: "Test.Both", order: "any", within: "1h", ${COMPLETE}, steps: {
  one: step(a, { by: (event) => event.userIdentty }),
  two: step(b, { by: (event) => event.userIdentity?.arn }),
} });
`;
  expect(await findingsIn({ "rules/both.ts": text })).toMatchObject([
    { code: "RULE_FIELD_UNKNOWN", line: 5, column: 39, fix: "did you mean userIdentity?" },
    { code: "RULE_STEP_MISSING", line: 6, column: 8 },
  ]);
});

test("what a rule file imports is looked at too, at its own place, once", async () => {
  const uses = 'import { isLate } from "./deep/late.ts";';
  const findings = await findingsIn({
    "rules/deep/late.ts": "export const isLate = () => Date.now() > 5;\n",
    "rules/a.ts": ruleThat("Test.A", uses),
    "rules/b.ts": ruleThat("Test.B", uses),
  });
  expect(findings).toMatchObject([
    { code: "RULE_IMPURE", source: "rules/deep/late.ts", line: 1, column: 29 },
  ]);
});

test("what a rule changes in another file is told where it changes it", async () => {
  const uses = 'import { seen } from "./deep/seen.ts";\nconst late = (id: string) => seen.add(id).size > 5;';
  const findings = await findingsIn({
    "rules/deep/seen.ts": "export const seen = new Set<string>();\n",
    "rules/a.ts": ruleThat("Test.A", uses),
  });
  expect(findings).toMatchObject([{ code: "RULE_IMPURE", source: "rules/a.ts", line: 3, column: 30 }]);
});

test("a comment with a reason leaves out one finding, and says when there is none", async () => {
  const findings = await findingsIn({
    "rules/late.ts":
      "// caracal-ignore RULE_IMPURE: tells people alone\nexport const isLate = () => Date.now() > 5;\n",
    "rules/a.ts": ruleThat("Test.A", 'import { isLate } from "./late.ts";'),
    "rules/b.ts": ruleThat("Test.B", "threshold: 5, // caracal-ignore RULE_TEXT_MISSING: known by its id\n"),
    "rules/c.ts": ruleThat("Test.C", "threshold: { count: 0 }, // caracal-ignore RULE_INVALID: soon\n"),
  });
  expect(findings.map(({ code, source }) => `${code} ${source}`).toSorted()).toEqual([
    "RULE_IGNORE_UNUSED rules/b.ts",
    "RULE_IGNORE_UNUSED rules/c.ts",
    "RULE_INVALID rules/c.ts",
  ]);
});

test("no line of a text switches the check off", async () => {
  const line = "// Generated by `caracal generate` from Custom.Door.yml:\n";
  const findings = await findingsIn({
    "rules/late.ts": `${line}export const isLate = () => Date.now() > 5;\n`,
    "rules/a.ts": line + ruleThat("Test.A", 'import { isLate } from "./late.ts";'),
    "rules/b.ts": line + ruleThat("Test.B", 'runbook: ""'),
  });
  expect(findings.map(({ code, source }) => [code, source])).toEqual([
    ["RULE_RUNBOOK_MISSING", "rules/b.ts"],
    ["RULE_IMPURE", "rules/late.ts"],
  ]);
});

test("a rule's own log type tells its fields", async () => {
  const schema =
    "schema: Custom.Door\nfields:\n  - {name: at, type: timestamp, isEventTime: true}\n  - {name: door, type: string}\n";
  const folder = await folderWith({
    "schemas/Custom.Door.yml": schema,
    "rules/vault.ts": ruleThat("Test.Vault", 'import "./generated/custom-door.ts";')
      .replace("AWS.BedrockModelInvocation", "Custom.Door")
      .replace("() => true", "(event) => event.dor === 'vault'"),
  });
  await caracal(["generate", "schemas", "--out", "rules/generated"], { cwd: folder });
  const { stdout } = await caracal(["check", "rules"], { cwd: folder });
  expect(stdout).toMatch(
    /^rules\/vault\.ts:3:\d+: error RULE_FIELD_UNKNOWN dor is no .*; did you mean door\?\n$/,
  );
});

test("what does not parse is told once, where it goes wrong", async () => {
  const findings = await findingsIn({
    "rules/broken.ts": "const b = 1;\nexport const a = {;",
    "rules/a.ts": 'export * from "./broken.ts";',
  });
  expect(findings).toMatchObject([
    { code: "RULE_FILE_BROKEN", source: "rules/broken.ts", line: 2, column: 19 },
  ]);
  expect(findings).toHaveLength(1);
});

test("an import that is not there is told where it is written", async () => {
  const findings = await findingsIn({ "rules/a.ts": ruleThat("Test.A", 'import { b } from "./gone.ts";') });
  expect(findings).toMatchObject([{ code: "RULE_FILE_BROKEN", line: 2, column: 19 }]);
});

test.each([
  [[], 0],
  [["--strict"], 1],
])("warnings alone, with %j, end with %i", async (options, expected) => {
  const folder = await folderWith({ "rules/a.ts": ruleThat("Test.A", 'runbook: ""') });
  const { code, stderr } = await caracal(["check", ...options], { cwd: folder });
  expect([code, stderr]).toEqual([expected, "0 errors, 1 warning in 1 file\n"]);
});

test("SARIF names file, line and column of each finding", async () => {
  const folder = await folderWith({ "rules/a.ts": ruleThat("Test.A", 'runbook: ""') });
  const { stdout } = await caracal(["check", "--format", "sarif"], { cwd: folder });
  expect(JSON.parse(stdout)).toMatchObject({
    version: "2.1.0",
    runs: [
      {
        results: [
          {
            ruleId: "RULE_RUNBOOK_MISSING",
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "rules/a.ts" },
                  region: { startLine: 3, startColumn: 33 },
                },
              },
            ],
          },
        ],
      },
    ],
  });
});

test.each([
  [["--format", "sarif"], "ARGUMENT_INVALID drift cannot be written as SARIF; use --format json"],
  [["--strict"], "option '--strict' cannot be used with option '--drift'"],
])("drift is not told with %j", async (options, message) => {
  const { stderr, code } = await caracal(["check", "--drift", "fixtures", ...options]);
  expect([code, stderr]).toEqual([3, expect.stringContaining(message)]);
});
