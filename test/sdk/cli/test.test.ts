import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { caracal, folderWith } from "./caracal.ts";
import { projectWith, ruleText, testText } from "./test-project.ts";

/** What a report for machines has, as far as these tests look at it. */
interface Report {
  readonly success: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly tests: readonly { readonly group: string; readonly name: string; readonly state: string }[];
  readonly untested: readonly { readonly message: string; readonly source: string; readonly line: number }[];
}

const WRONG = `  test("counts to three", async () => {
    expect((await replay(rule, [failed, failed])).alerts).toMatchObject([{ eventCount: 3 }]);
  });

  test.skip("will do more one day", () => {});
`;

const OUTSIDE = `import { beforeAll, describe, test } from "vitest";

describe("with a database", () => {
  beforeAll(() => {
    throw new Error("there is no database");
  });
  test("is not run", () => {});
});

test("does not wait", () => {
  setTimeout(() => {
    throw new TypeError("too late");
  }, 5);
});

test("waits", () => new Promise((resolve) => setTimeout(resolve, 50)));

test("has a cause", () => {
  throw new Error("outer", { cause: new RangeError("inner") });
});
`;

describe("a project in which much is wrong", async () => {
  const folder = await projectWith({
    "rules/fine.ts": ruleText("Made.Up.Fine"),
    "rules/wrong.ts": ruleText("Made.Up.Wrong"),
    "rules/half.ts": ruleText("Made.Up.Half"),
    "rules/off.ts": ruleText("Made.Up.Off", "enabled: false,"),
    "rules/unread.ts": ruleText("Made.Up.Unread"),
    "rules/index.ts": 'export { rule as fine } from "./fine.ts";\n',
    "test/rules/fine.test.ts": testText("fine.ts"),
    "test/rules/wrong.test.ts": testText("wrong.ts", WRONG),
    "test/rules/half.test.ts": testText("half.ts")
      .replace("[invocation()]", "[failed]")
      .replace("toEqual([])", "toHaveLength(1)"),
    "test/rules/unread.test.ts": `${testText("unread.ts")}import "./nowhere.ts";\n`,
    "test/rules/unparsed.test.ts": 'import { test } from "vitest";\ntest("no", () => {\n  const a = ;\n});\n',
    "test/rules/outside.test.ts": OUTSIDE,
    "test/other/other.test.ts":
      'import { test } from "vitest";\ntest("never", () => {\n  throw new Error("run");\n});\n',
  });
  const args = ["test", "--reporter", "junit", "--out", "junit.xml"];
  const { stdout, stderr, code } = await caracal(args, { cwd: folder, env: { CI: "1" } });
  const report = await readFile(join(folder, "junit.xml"), "utf8");

  test("fails, and ends with how many", () => {
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("8 passed, 8 failed, 2 skipped");
    expect(code).toBe(1);
  });

  test("has passes on one line, and failures after them", () => {
    expect(stdout.split("\n\n")[0]).toBe(`✓ Made.Up.Fine  2
✓ Made.Up.Half  2
✗ Made.Up.Wrong  2 passed, 1 failed, 1 skipped
✗ test/rules/outside.test.ts  2 passed, 3 failed, 1 skipped
✗ test/rules/unparsed.test.ts  0 passed, 1 failed
✗ test/rules/unread.test.ts  0 passed, 1 failed`);
  });

  test("tells of a failure what was expected, and where", () => {
    expect(stdout).toContain(`
Made.Up.Wrong

  ✗ counts to three
`);
    expect(stdout).toContain(`
    -     "eventCount": 3,
    +     "eventCount": 2,
        },
      ]

    test/rules/wrong.test.ts:16:59
    14 |   });
    15 |   test("counts to three", async () => {
    16 |     expect((await replay(rule, [failed, failed])).alerts).toMatchObject([{ eventCount: 3 }]);
       |                                                           ^
    17 |   });
    18 |
`);
  });

  test("counts what fails outside of tests: hooks, files that do not load, errors that nobody caught", () => {
    expect(stdout).toContain("✗ with a database > (outside of tests)\n\n    there is no database\n");
    expect(stdout).toContain(
      "✗ (unhandled error)\n\n    TypeError: too late\n\n    test/rules/outside.test.ts:12:11",
    );
    expect(stdout).toContain("    outer\n    caused by RangeError: inner\n");
    expect(stdout).toMatch(/Cannot find module '.\/nowhere.ts'/);
    expect(stdout).toContain("test/rules/unparsed.test.ts:3:13");
  });

  test("names the rules without a positive and a negative case, but not those whose tests fail", () => {
    const lines = stdout.split("\n").filter((line) => line.includes("RULE_UNTESTED"));
    expect(lines).toEqual([
      "✗ rules/half.ts:4:7: RULE_UNTESTED Made.Up.Half has no negative case: no test in which it sees an event and stays quiet; test it: expect(await replay(rule, others)).toRaiseNothing()",
      "✗ rules/off.ts:4:7: RULE_UNTESTED Made.Up.Off has neither a positive nor a negative case; test it: expect(await replay(rule, records)).toRaise({}), and expect(await replay(rule, others)).toRaiseNothing()",
    ]);
  });

  test("prints no colour and no progress into a pipe, and runs no test of something else", () => {
    expect(stdout + stderr + report).not.toContain("\u001B");
    expect(stderr).toBe("");
    expect(stdout).not.toContain("never");
  });

  test("has its JUnit report by rule, with the cases that are missing", () => {
    expect(report).toContain(
      '<testsuites name="caracal test" tests="18" failures="8" errors="0" skipped="2">',
    );
    expect(report).toContain('<testsuite name="Made.Up.Wrong" tests="4" failures="1" errors="0" skipped="1"');
    expect(report).toMatch(/<failure message="Made.Up.Off has neither .*" type="RULE_UNTESTED">/);
  });
});

test("filters select by id, by a part of a path and by a part of a test's name, and say what; else they suggest", async () => {
  const folder = await projectWith({
    "rules/one.ts": ruleText("Made.Up.One"),
    "rules/two.ts": ruleText("Made.Up.Two"),
    "rules/three.ts": ruleText("Other.Three"),
    "test/rules/one.test.ts": testText("one.ts"),
    "test/rules/both.test.ts": testText("two.ts").replace("success", "calls that go well"),
    "test/rules/three.test.ts": testText("three.ts"),
  });
  const run = (...args: string[]) => caracal(["test", ...args], { cwd: folder });
  const [some, none] = await Promise.all([
    run("other.*", "calls that go", "--reporter", "json"),
    run("Other.Tree", "Made.Up.One"),
  ]);
  const report = JSON.parse(some.stdout) as Report;
  expect(report.tests.map(({ name }) => name)).toEqual([
    "Made.Up.Two > stays quiet on calls that go well",
    "Other.Three > raises on an error",
    "Other.Three > stays quiet on success",
  ]);
  expect(report).toMatchObject({ success: true, passed: 3, failed: 0, skipped: 0, untested: [], errors: [] });
  expect(some.stderr).toMatch(
    /^other.\*: test\/rules\/three.test.ts\ncalls that go: tests with it in their name\n[^]*\n3 passed, 0 failed\n$/,
  );
  expect(none.stdout).toMatch(/\n2 passed, 0 failed\n$/);
  expect(none.stderr).toMatch(
    /ARGUMENT_INVALID Other.Tree is the id of no rule.*; did you mean Other.Three\?$/m,
  );
  expect([some.code, none.code]).toEqual([0, 3]);
});

test("of a rule that throws, the place comes before the test's, under the rule", async () => {
  const folder = await projectWith({
    "rules/deep.ts": "export function deep(): boolean {\n  throw new RangeError('too deep');\n}\n",
    "rules/one.ts": `import { deep } from "./deep.ts";\n${ruleText("Made.Up.One").replace(/event.errorCode.*,/, "deep(),")}`,
    "test/rules/one.test.ts": `import { invocation, replay } from "caracal/testing";
import { expect, test } from "vitest";
import { rule } from "../../rules/one.ts";

test("matches", () => expect(rule).toDetect(invocation()));
test("raises", async () => {
  expect(await replay(rule, [invocation()])).toRaise({});
});
`,
    "test/rules/empty.test.ts": "",
  });
  const { stdout } = await caracal(["test"], { cwd: folder });
  expect(stdout).toMatch(
    /^✗ Made.Up.One {2}0 passed, 2 failed\n✗ test\/rules\/empty.test.ts {2}0 passed, 1 failed\n/,
  );
  expect(stdout).toContain(`
    detect of Made.Up.One failed: RangeError: too deep

    rules/deep.ts:2:9
    1 | export function deep(): boolean {
    2 |   throw new RangeError('too deep');
      |         ^
    3 | }
    4 |
    from rules/one.ts:8:`);
  expect(stdout).toMatch(/\n    from test\/rules\/one.test.ts:7:/);
  expect(stdout).toContain("there is no test in this file");
});

test("rule files that production could not load fail a run, also one of their rule; any filter that finds nothing tells them", async () => {
  const folder = await projectWith({
    "rules/fine.ts": ruleText("Made.Up.Fine"),
    "rules/one.ts": ruleText("Made.Up.One"),
    "rules/one2.ts": ruleText("Made.Up.One"),
    "rules/enum.ts": `${ruleText("Made.Up.Enum")}enum A { B }\n`,
    "test/rules/fine.test.ts": testText("fine.ts"),
    "test/rules/one.test.ts": testText("one.ts"),
    "test/rules/enum.test.ts": testText("enum.ts"),
  });
  const run = (...args: string[]) => caracal(["test", ...args], { cwd: folder });
  const [all, one, broken, path, fine, none] = await Promise.all([
    run(),
    run("Made.Up.One"),
    run("Made.Up.Enum"),
    run("test/rules/enum"),
    run("Made.Up.Fine"),
    run("Made.Up.Emun"),
  ]);
  const duplicate =
    /rules\/one2.ts:4:7: RULE_ID_DUPLICATE the id Made.Up.One is taken by a rule at rules\/one.ts:4:7/;
  const unloaded = /rules\/enum.ts.*: RULE_FILE_BROKEN .*enum/;
  expect(all.stdout).toMatch(duplicate);
  expect(all.stdout).toMatch(unloaded);
  expect(one.stdout).toMatch(duplicate);
  expect(one.stdout).not.toMatch(unloaded);
  expect(broken.stdout).toMatch(unloaded);
  expect(path.stdout).toMatch(unloaded);
  expect(fine.stdout).toBe("✓ Made.Up.Fine  2\n\n2 passed, 0 failed\n");
  expect(none.stderr).toMatch(unloaded);
  expect([all, one, broken, path, fine, none].map(({ code }) => code)).toEqual([2, 2, 2, 2, 0, 3]);
});

test("a correlation and a rule that makes signals need their cases too; a rule file that does not load is told", async () => {
  const folder = await projectWith({
    "rules/signal.ts": ruleText("Made.Up.Signal", "createAlert: false,"),
    "rules/steps.ts": `import { defineCorrelation, step } from "caracal";
import { rule } from "./signal.ts";

export default defineCorrelation({
  id: "Made.Up.Steps",
  severity: "HIGH",
  order: "any",
  within: "1h",
  steps: { errors: step(rule, { by: (event) => event.accountId, atLeast: 2 }) },
});
`,
    "rules/broken.ts": "export const rule = ;\n",
    "rules/handed-on.ts": 'export { rootUser } from "caracal/packs/aws-bedrock";\n',
    "test/rules/signal.test.ts": testText("signal.ts").replace("[{ eventCount: 1 }]", "[]"),
    "vitest.config.ts": `import { explainRules } from "caracal/testing/config";
export default { plugins: [explainRules()], test: { isolate: true, pool: "forks" } };
`,
  });
  const { stdout, code } = await caracal(["test"], { cwd: folder });
  expect(stdout).toMatch(/rules\/steps.ts:5:7: RULE_UNTESTED Made.Up.Steps has neither/);
  expect(stdout).toMatch(/rules\/broken.ts.*: RULE_FILE_BROKEN does not compile/);
  expect(stdout).toMatch(/2 passed, 2 failed\n$/);
  expect(code).toBe(2);
});

test("without tests each rule lacks its cases; without rules too there is nothing to test", async () => {
  const [rules, nothing, config] = await Promise.all([
    projectWith({ "rules/one.ts": ruleText("Made.Up.One") }),
    folderWith({ "package.json": "{}" }),
    folderWith({ "vitest.config.ts": "export default { test: nothing };\n", "rules/.keep": "" }),
  ]);
  const [one, allowed, empty, broken, folder] = await Promise.all([
    caracal(["test"], { cwd: rules }),
    caracal(["test", "--allow-untested"], { cwd: rules }),
    caracal(["test"], { cwd: nothing }),
    caracal(["test"], { cwd: config }),
    caracal(["test", "--rules", "nowhere"], { cwd: rules }),
  ]);
  expect(one).toMatchObject({ code: 1 });
  expect(one.stdout).toMatch(/RULE_UNTESTED Made.Up.One has neither.*\n\n0 passed, 1 failed\n$/);
  expect(allowed).toMatchObject({ code: 0, stdout: "0 passed, 0 failed\n" });
  expect(empty).toMatchObject({ code: 3, stdout: "" });
  expect(empty.stderr).toMatch(/^INPUT_NOT_FOUND there is nothing to test/);
  expect(broken).toMatchObject({ code: 3, stdout: "" });
  expect(broken.stderr).toMatch(/CONFIG_BROKEN vitest does not start: .*nothing is not defined/);
  expect(folder).toMatchObject({ code: 2, stdout: "" });
});

test("the rules' tests of this repository pass, those that a filter names", async () => {
  const { stdout, stderr, code } = await caracal(["test", "error-spike", "--reporter", "junit"]);
  expect(stdout).toMatch(/^<\?xml [^]*<testsuite name="AWS.Bedrock.ErrorSpike" [^]*<\/testsuites>\n$/);
  expect(stdout).not.toContain("TokenAbuse");
  expect(stderr).toMatch(/^[1-9]\d* passed, 0 failed$/m);
  expect(code).toBe(0);
});
