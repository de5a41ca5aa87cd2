import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caracal, type Outcome, REPOSITORY } from "./caracal.ts";

/** Below the repository, so that `caracal` is found; and out of git. */
const CACHE = join(REPOSITORY, ".cache");

const rule = (id: string, logic: string): string => `import { defineRule } from "caracal";
import { isDenied } from "../logic/is-denied.ts";

const reports = { "MITRE ATT&CK": ["TA0001:T1078"] };

export const ${id} = defineRule({
  id: "Mine.${id}",
  displayName: "Calls are denied",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "HIGH",
  reports,
  description: "Somebody tries out what a key can do.",
  detect: isDenied,
${logic}});
`;

const COUNTED = `  dedup: (event) => event.accountId,
  threshold: { count: 2, within: "10m" },
`;

const UNCHANGED = `  // Stryker disable next-line OptionalChaining: detect lets no record pass without one
  title: (event) => String(event.errorCode?.slice(0, 6)),
`;

const testOf = (id: string, tests: string): string => `import { replay } from "caracal/testing";
import { expect, test } from "vitest";
import { ${id} as rule } from "../rules/${id}.ts";

const call = (time, differs = {}) => ({
  schemaType: "ModelInvocationLog",
  timestamp: \`2026-03-02T09:\${time}Z\`,
  accountId: "111122223333",
  requestId: time,
  operation: "Converse",
  modelId: "amazon.nova-lite-v1:0",
  errorCode: "AccessDeniedException",
  ...differs,
});
const alertsOf = async (...records) => (await replay(rule, records)).alerts;
${tests}`;

const WEAK = `test("denied calls", async () => {
  expect(await alertsOf(call("00:00"), call("05:00"))).toHaveLength(1);
});
`;

const STRONG = `test("a denied call, and no other", async () => {
  expect(await alertsOf(call("00:00"))).toMatchObject([{ type: "RULE", severity: "HIGH", title: "Access" }]);
  expect(await alertsOf(call("00:00", { errorCode: "ThrottlingException" }))).toEqual([]);
});
`;

const FILES = {
  "logic/is-denied.ts": 'export const isDenied = (event) => event.errorCode === "AccessDeniedException";\n',
  "rules/Weak.ts": rule("Weak", COUNTED),
  "rules/Strong.ts": rule("Strong", UNCHANGED),
  "rules/Untested.ts": rule("Untested", ""),
  "test/weak.test.ts": testOf("Weak", WEAK),
  "test/strong.test.ts": testOf("Strong", STRONG),
};

describe("a project with a weak, a strong and an untested rule", () => {
  let project = "";
  let outcome: Outcome;

  beforeAll(async () => {
    await mkdir(CACHE, { recursive: true });
    project = await mkdtemp(join(CACHE, "mutate-"));
    for (const [path, text] of Object.entries(FILES)) {
      await mkdir(dirname(join(project, path)), { recursive: true });
      await writeFile(join(project, path), text);
    }
    outcome = await caracal(["mutate"], { cwd: project });
  }, 120_000);

  afterAll(async () => {
    if (project !== "") await rm(project, { recursive: true });
  });

  test("each gets a score, and the command fails for those that have too low a one", () => {
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toMatch(/^Mine\.Strong +(\d+) +\1 +100 %$/m);
    expect(outcome.stdout).toMatch(/^Mine\.Weak +\d+ +\d+ +[1-7]\d %$/m);
    expect(outcome.stdout).toMatch(
      /^rules\/Weak\.ts:7:7: RULE_SCORE_LOW Mine\.Weak: its tests notice \d+ of \d+ changes, \d\d %, and 90 % is asked for; /m,
    );
    expect(outcome.stdout).toMatch(/^rules\/Untested\.ts:7:7: RULE_UNTESTED Mine\.Untested has no tests/m);
    expect(outcome.stdout).toMatch(/^Mine\.Untested +0 +0 +0 %$/m);
    expect(outcome.stdout).not.toContain("Strong.ts:");
  });

  test("what no test notices is shown with its place and what would: thresholds and times too", () => {
    expect(outcome.stdout).toContain(`rules/Weak.ts:15:34 DurationLiteral
  - threshold: { count: 2, within: "10m" },
  + threshold: { count: 2, within: "20m" },
  no test fails with this; let what counts lie just within this time in one test, and just beyond it in another
`);
    expect(outcome.stdout).toContain('  + threshold: { count: 1, within: "10m" },');
    expect(outcome.stdout).toContain('  + severity: "MEDIUM",');
    expect(outcome.stdout).toContain(`logic/is-denied.ts:1:36 ConditionalExpression
  - export const isDenied = (event) => event.errorCode === "AccessDeniedException";
  + export const isDenied = (event) => true;
`);
  });

  test("names, descriptions and reports are not logic", () => {
    expect(outcome.stdout).not.toMatch(/^ {2}[+-] .*(displayName|description|reports)/m);
  });

  test("the project is as it was, and nothing is left in it", async () => {
    const left = await Array.fromAsync(glob("**/*", { cwd: project, exclude: (path) => !/[^.]/.test(path) }));
    const files = left.filter((path) => /\.\w+$/.test(path)).toSorted();
    expect(files).toEqual(Object.keys(FILES).toSorted());
    for (const [path, text] of Object.entries(FILES))
      expect(await readFile(join(project, path), "utf8")).toBe(text);
  });
});

test("a rule that is not there is told, with the one that was meant", async () => {
  const { code, stderr } = await caracal(["mutate", "AWS.Bedrock.ErorSpike"]);
  expect(stderr).toContain("did you mean AWS.Bedrock.ErrorSpike?");
  expect(code).toBe(3);
});
