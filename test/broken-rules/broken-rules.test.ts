import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caracal, REPOSITORY } from "../sdk/cli/caracal.ts";
import { BROKEN_RULES, type BrokenRule } from "./broken-rules.ts";

type Tool = BrokenRule["tool"];

const COMMANDS: Readonly<Record<Tool, readonly string[]>> = {
  check: ["check", "rules"],
  fuzz: ["fuzz"],
  test: ["test"],
  mutate: ["mutate"],
};

/** What a sound rule says; what differs takes its place. */
const SOUND = {
  reports: 'reports: { "MITRE ATLAS": ["AML.T0040"] },',
  detect: "detect: (event) => event.errorCode !== undefined,",
  dedup: "dedup: (event) => event.accountId,",
  threshold: "threshold: 3,",
  runbook: 'runbook: "Look at who calls. Take the key away.",',
};

function ruleFile(name: string, { differs, leaves = [] }: BrokenRule): string {
  const said = Object.entries(SOUND).filter(([key]) => {
    return !leaves.includes(key) && !new RegExp(String.raw`^\s*${key}: `, "m").test(differs);
  });
  return `import { defineRule } from "caracal";

export default defineRule({
  id: "Broken.${name}",
  displayName: "Calls fail",
  description: "Somebody's calls fail.",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "LOW",
  ${[...said.map(([, text]) => text), differs].join("\n  ")}
});
`;
}

const QUIET = `test("calls that succeed do not", () => {
  timeline(rule).every("1m", 3, invocation()).expectNothing();
});
`;

function testFile(name: string, { isQuietUntested = false }: BrokenRule): string {
  return `import { invocation, timeline } from "caracal/testing";
import { test } from "vitest";
import rule from "../../rules/${name}.ts";

test("three failures raise an alert", () => {
  timeline(rule).every("1m", 3, invocation({ errorCode: "ThrottlingException" })).expectAlert();
});
${isQuietUntested ? "" : QUIET}`;
}

let folder: string | undefined;
const said = new Map<Tool, string>();

/** Runs each tool over the rules that it is to find something in. */
beforeAll(async () => {
  // Below the repository, so that `caracal` is found; and out of git.
  await mkdir(join(REPOSITORY, ".cache"), { recursive: true });
  folder = await mkdtemp(join(REPOSITORY, ".cache/broken-rules-"));
  for (const [name, rule] of Object.entries(BROKEN_RULES)) {
    const files = {
      [`rules/${name}.ts`]: ruleFile(name, rule),
      [`test/rules/${name}.test.ts`]: testFile(name, rule),
      "vitest.config.ts": "export default {};\n",
    };
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, rule.tool, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
  for (const [tool, command] of Object.entries(COMMANDS) as [Tool, readonly string[]][]) {
    const { stdout, stderr } = await caracal(command, { cwd: join(folder, tool) });
    said.set(tool, `${stdout}${stderr}`);
  }
});

afterAll(async () => {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

describe.each(Object.entries(BROKEN_RULES))("a rule that is broken: %s", (name, rule) => {
  test(`it ${rule.fault}; caracal ${rule.tool} says so, with the line and what to do`, () => {
    const lines = ruleFile(name, rule).split("\n");
    const marked = lines.findIndex((line) => line.endsWith("// <-"));
    const line = 1 + (marked === -1 ? lines.findIndex((one) => one.includes("  id: ")) : marked);
    const place = String.raw`rules/${name}\.ts:${line}:\d+:`;
    expect(said.get(rule.tool)).toMatch(new RegExp(rule.told.replace("PLACE", place), "m"));
  });
});

test("each change that no test notices is told with its line, and what a test would have to do", () => {
  expect(said.get("mutate")).toMatch(
    /^rules\/weak-tests\.ts:11:14 NumberLiteral\n.*- threshold: 3,\n.*\+ threshold: 2,\n.*; let a test stop one short of this number/m,
  );
});
