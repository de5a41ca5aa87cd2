import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import mapValues from "lodash/mapValues.js";
import sortBy from "lodash/sortBy.js";
import { afterAll, expect, test } from "vitest";
import { caracal, REPOSITORY } from "../../cli/caracal.ts";

interface Case {
  readonly code: string;
  readonly faulty: string;
  readonly mended: string;
  /** What both have. */
  readonly rest?: string;
}

const VITEST = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

const exception = (when: string): string =>
  `exceptions: [{ id: "batch", reason: "It is slow.", owner: "claims", expires: "2099-01-01", when: ${when} }],`;

const CASES: Readonly<Record<string, Case>> = {
  "detect that matches once it is mended": {
    code: "RULE_THROWS",
    faulty: 'detect: (event) => event.identity!.arn !== "a",',
    mended: 'detect: (event) => event.identity?.arn !== "a",',
  },
  "detect that is no boolean, and matches once it is mended": {
    code: "RULE_RETURNS",
    faulty: "detect: (event) => (event.errorCode === undefined || event.errorCode) as boolean,",
    mended: 'detect: (event) => event.errorCode === undefined || event.errorCode !== "",',
  },
  "a change of a field": {
    code: "RULE_MUTATES",
    faulty: 'detect: (event) => Reflect.set(event, "region", "here") || true,',
    mended: "detect: () => true,",
  },
  "the time of day": {
    code: "RULE_UNSTABLE",
    faulty: "title: () => `seen in ${new Date().getFullYear()}`,",
    mended: "title: (event) => `seen in ${event.p_event_time.getFullYear()}`,",
  },
  "a prompt in a title": {
    code: "RULE_UNBOUNDED",
    faulty: "title: (event) => `said ${JSON.stringify(event.input?.inputBodyJson)}`,",
    mended: "title: (event) => `said ${JSON.stringify(event.input?.inputBodyJson)}`.slice(0, 200),",
  },
  "a text of nothing": {
    code: "RULE_GARBLED",
    faulty: "title: (event) => `called in ${event.region}`,",
    mended: 'title: (event) => `called in ${event.region ?? "no region"}`,',
  },
  "a signal, and a title that may be anything": {
    code: "RULE_THROWS",
    faulty: "title: (event) => event.region!.slice(1),",
    mended: 'title: (event) => event.region?.slice(1) ?? "",',
    rest: "createAlert: false,",
  },
  "a context that tells of the window": {
    code: "RULE_THROWS",
    faulty:
      "alertContext: (event, window) => ({ at: event.region!.slice(1), above: window.usual!.toFixed(1) }),",
    mended:
      "alertContext: (event, window) => ({ at: event.region?.slice(1), above: window.usual!.toFixed(1) }),",
    rest: 'dedup: (event) => event.accountId, threshold: { baseline: () => 1, factor: 3, floor: 10, warmUp: "2d" },',
  },
  "a severity of none": {
    code: "RULE_RETURNS",
    faulty:
      'severity: (event) => (event.region === undefined ? "NONE" : "LOW") as "LOW", defaultSeverity: "LOW",',
    mended: 'severity: (event) => (event.region === undefined ? "HIGH" : "LOW"), defaultSeverity: "LOW",',
  },
  "a sum of one match, which is enough": {
    code: "RULE_THROWS",
    faulty: "threshold: { sum: (event) => event.region!.length, atLeast: 0.5 },",
    mended: "threshold: { sum: (event) => event.region?.length ?? 1, atLeast: 0.5 },",
    rest: "dedup: (event) => event.accountId,",
  },
  "a scope that is neither a text nor a list": {
    code: "RULE_RETURNS",
    faulty:
      'firstSeen: { key: (event) => event.modelId, scope: (event) => event.region!, learn: "1d", forget: "7d" },',
    mended:
      'firstSeen: { key: (event) => event.modelId, scope: (event) => event.region ?? "", learn: "1d", forget: "7d" },',
  },
  "destinations of none": {
    code: "RULE_RETURNS",
    faulty: "destinations: (event) => [event.region!],",
    mended: "destinations: (event) => (event.region === undefined ? [] : [event.region]),",
  },
  "a context that is a list": {
    code: "RULE_RETURNS",
    faulty: "alertContext: (event) => (event.region === undefined ? ([] as never) : { a: 1 }),",
    mended: "alertContext: (event) => (event.region === undefined ? {} : { a: 1 }),",
  },
  "an exception that leaves the event alone once it is mended": {
    code: "RULE_THROWS",
    faulty: exception('(event) => event.region!.slice(0, 2) === "eu"'),
    mended: exception('(event) => event.region === undefined || event.region.startsWith("eu")'),
  },
};

function ruleFile(at: number, { rest = "" }: Case, differs: string): string {
  const all = `${differs} ${rest}`;
  return `import { defineRule } from "caracal";

export const rule${at} = defineRule({
  id: "Test.Rule${at}",
  logTypes: ["AWS.BedrockModelInvocation"],
  ${all.includes("severity:") ? "" : 'severity: "LOW",'}
  ${all.includes("detect:") ? "" : "detect: () => true,"}
  ${all}
});
`;
}

/** The numbers of the rules whose tests fail, and of those whose tests pass, by folder. */
async function outcomesOf(cwd: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const report = join(cwd, "report.json");
  const args = [VITEST, "run", "--reporter=json", `--outputFile=${report}`, "--maxWorkers=1"];
  // It ends with 1 where a test fails.
  await promisify(execFile)(process.execPath, args, { cwd }).catch(() => undefined);
  const { testResults } = JSON.parse(await readFile(report, "utf8")) as {
    testResults: { name: string; assertionResults: { status: string }[] }[];
  };
  const outcomes: Record<string, string[]> = {};
  for (const { name, assertionResults } of testResults) {
    const [, folder, number = ""] = /(\w+)\/test\/rules\/rule(\d+)\.test\.ts$/.exec(name) ?? [];
    const key = `${folder} ${assertionResults.map(({ status }) => status).join()}`;
    (outcomes[key] ??= []).push(number);
  }
  return mapValues(outcomes, (numbers) => sortBy(numbers, Number));
}

let folder: string | undefined;

async function write(files: Readonly<Record<string, string>>): Promise<string> {
  const root = folder ?? "";
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

afterAll(async () => {
  if (folder !== undefined && folder !== "") await rm(folder, { recursive: true });
});

test("the test that is printed with a fault fails as long as it is there, and passes once it is mended", {
  timeout: 120_000,
}, async () => {
  // Below the repository, so that `caracal` is found; and out of git.
  await mkdir(join(REPOSITORY, ".cache"), { recursive: true });
  folder = await mkdtemp(join(REPOSITORY, ".cache/printed-tests-"));
  await write({ "vitest.config.ts": "export default {};\n" });
  for (const key of ["faulty", "mended"] as const) {
    const rules = Object.values(CASES).map((one, at) => [
      `${key}/rules/rule${at}.ts`,
      ruleFile(at, one, one[key]),
    ]);
    await write(Object.fromEntries(rules) as Record<string, string>);
  }
  const args = ["fuzz", "--runs", "150", "--budget", "1000", "--format", "json"];
  const { stdout } = await caracal(args, { cwd: join(folder, "faulty") });
  const findings = JSON.parse(stdout) as { rule: string; code: string; test: string }[];
  const told = Object.values(CASES).map(({ code }, at) =>
    findings.find((one) => one.rule === `Test.Rule${at}` && one.code === code),
  );
  expect(told.map((one) => one?.code)).toEqual(Object.values(CASES).map(({ code }) => code));
  for (const [at, one] of told.entries()) {
    const path = `test/rules/rule${at}.test.ts`;
    await write({ [`faulty/${path}`]: one?.test ?? "", [`mended/${path}`]: one?.test ?? "" });
  }
  const all = told.map((_, at) => String(at));
  expect(await outcomesOf(folder)).toEqual({ "faulty failed": all, "mended passed": all });
});
