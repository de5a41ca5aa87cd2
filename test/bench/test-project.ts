import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where the project lies: in the repository, so that vitest and the rest are found. */
const PROJECT = join(ROOT, ".cache/test-bench");

/** What a made-up project has. */
export const RULES = 100;
export const CASES = 5;

/**
 * Makes a project of many rules, each with a file of tests beside it, and the package as it is published in its
 * node_modules. Returns its folder.
 */
export function testProject(): string {
  rmSync(PROJECT, { recursive: true, force: true });
  const installed = join(PROJECT, "node_modules/caracal");
  for (const folder of ["rules", "test/rules", "node_modules"])
    mkdirSync(join(PROJECT, folder), { recursive: true });
  execFileSync(process.execPath, [join(ROOT, ".ci/build-package.ts"), installed]);
  write("package.json", '{ "name": "made-up", "type": "module", "private": true }\n');
  write("vitest.config.ts", "export default {};\n");
  for (let index = 0; index < RULES; index++) {
    write(`rules/rule-${index}.ts`, ruleText(index));
    write(`test/rules/rule-${index}.test.ts`, testText(index));
  }
  return PROJECT;
}

function write(path: string, text: string): void {
  writeFileSync(join(PROJECT, path), text);
}

function ruleText(index: number): string {
  return `import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";

export default defineRule({
  id: "Made.Up.Rule${index}",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "LOW",
  detect: (event) => event.operation === "Converse" && event.errorCode !== undefined,
  dedup: (event) => principal(event).key,
  threshold: { count: ${(index % 5) + 2}, within: "15m" },
  title: (event, window) => \`\${window.count} errors of \${principal(event).key}\`,
});
`;
}

function testText(index: number): string {
  const crossing = (index % 5) + 2;
  return `import { replay } from "caracal/testing";
import { describe, expect, test } from "vitest";
import rule from "../../rules/rule-${index}.ts";

const records = (count: number, differs: object = {}) =>
  Array.from({ length: count }, (_, at) => ({
    schemaType: "ModelInvocationLog",
    schemaVersion: "1.0",
    timestamp: new Date(Date.UTC(2026, 2, 2, 9, 0, at)).toISOString(),
    accountId: "111122223333",
    region: "us-east-1",
    identity: { arn: "arn:aws:iam::111122223333:user/dana" },
    requestId: \`request-\${at}\`,
    operation: "Converse",
    modelId: "amazon.nova-lite-v1:0",
    errorCode: "AccessDeniedException",
    ...differs,
  }));

describe(rule.id, () => {
  test("raises at its threshold", async () => {
    expect((await replay(rule, records(${crossing}))).alerts).toMatchObject([{ eventCount: ${crossing} }]);
  });
  test("raises once for many", async () => {
    expect((await replay(rule, records(40))).alerts).toMatchObject([{ eventCount: 40 }]);
  });
  test("stays quiet below it", async () => {
    expect((await replay(rule, records(${crossing - 1}))).alerts).toEqual([]);
  });
  test("stays quiet on calls that succeed", async () => {
    expect((await replay(rule, records(40, { errorCode: null }))).alerts).toEqual([]);
  });
  test("stays quiet on other operations", async () => {
    expect((await replay(rule, records(40, { operation: "InvokeModel" }))).alerts).toEqual([]);
  });
});
`;
}
