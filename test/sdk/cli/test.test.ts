import { expect, test } from "vitest";
import { caracal, folderWith } from "./caracal.ts";

test("caracal test runs the rules' tests of this repository, those that a filter names", async () => {
  const { stdout, code } = await caracal(["test", "token"]);
  expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^[1-9]\d* passed, 0 failed$/);
  expect(stdout).not.toContain("error-spike");
  expect(code).toBe(0);
});

test("reports for machines are all that is on standard output", async () => {
  const [json, junit] = await Promise.all(
    ["json", "junit"].map((one) => caracal(["test", "token", "--reporter", one])),
  );
  expect(JSON.parse(json?.stdout ?? "")).toMatchObject({ success: true });
  expect(junit?.stdout).toMatch(/^<\?xml [^]*<\/testsuites>\s*$/);
  expect(json?.stderr).toMatch(/^[1-9]\d* passed, 0 failed$/m);
});

test("a failing test fails the command", async () => {
  const failing = 'import { expect, test } from "vitest";\ntest("no", () => expect(1).toBe(2));\n';
  const folder = await folderWith({ "test/rules/a.test.ts": failing, "test/other/b.test.ts": failing });
  const { stdout, code } = await caracal(["test"], { cwd: folder });
  expect(stdout.trimEnd().split("\n").at(-1)).toBe("0 passed, 1 failed");
  expect(code).toBe(1);
});
