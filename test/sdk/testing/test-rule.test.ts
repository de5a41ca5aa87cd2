import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { defineRule, extendRule, organization } from "caracal";
import { errorSpike, rootUser, tokenAbuse } from "caracal/packs/aws-bedrock";
import { errorSpikeCases, rootUserCases, tokenAbuseCases } from "caracal/packs/aws-bedrock/cases";
import { type Cases, defineCases, invocation, testRule } from "caracal/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { REPOSITORY } from "../cli/caracal.ts";

describe("a derived rule passes its base's cases", () => {
  describe("whatever it says anew of severity, texts and destinations", () => {
    testRule(
      extendRule(errorSpike, {
        id: "Own.ErrorSpike",
        severity: "CRITICAL",
        title: "Errors pile up",
        destinations: ["pager"],
        alertContext: (event) => ({ who: event.identity?.arn }),
        summaryAttributes: ["region"],
      }),
      errorSpikeCases,
    );
  });
  describe("through several derivations", () => {
    const louder = extendRule(rootUser, { severity: "CRITICAL" });
    testRule(extendRule(louder, { id: "Own.RootUser", title: "Root", tags: ["ours"] }), rootUserCases);
  });
  describe("but for those that its threshold changes", () => {
    const ours = extendRule(tokenAbuse, { threshold: { ...tokenAbuse.threshold, atLeast: 1_999_999 } });
    testRule(ours, tokenAbuseCases, { except: ["one token less than two million"] });
  });
  describe("whatever it says of a window that its threshold changes", () => {
    const failing = defineRule({
      id: "Test.Failing",
      logTypes: ["AWS.BedrockModelInvocation"],
      severity: "LOW",
      detect: ({ errorCode }) => errorCode !== undefined,
      dedup: (event) => event.accountId ?? "",
      threshold: { count: 20, within: "1h" },
      title: (_, window) => `${window.count} failed calls`,
    });
    const failed = invocation({ errorCode: "ValidationException" });
    const cases = defineCases(failing, {
      raises: {
        "twenty within an hour": {
          records: (time) => time.every("1s", 20, failed),
          alert: { severity: "LOW", title: "20 failed calls", eventCount: 20, createdAt: "+19s" },
        },
        "the twentieth within an hour": { records: (time) => time.every("3m", 20, failed) },
      },
      ignores: {
        nineteen: (time) => time.every("1s", 19, failed),
        nine: (time) => time.every("1s", 9, failed),
      },
    });
    testRule(extendRule(failing, { threshold: { count: 10, within: "15m" } }), cases, {
      except: ["the twentieth within an hour", "nineteen"],
    });
  });
});

describe("a rule is told of the company", () => {
  const stranger = defineRule({
    id: "Test.Stranger",
    logTypes: ["AWS.BedrockModelInvocation"],
    severity: "LOW",
    detect: ({ accountId }) =>
      organization().accounts.length > 0 && !organization().accounts.includes(accountId),
    title: () => organization().accounts.join(),
  });
  const call = invocation({ accountId: "111122223333" });
  describe("by its table, and by a case in place of that", () => {
    testRule(
      stranger,
      defineCases(stranger, {
        organization: { accounts: ["444455556666"] },
        raises: {
          "another account": { records: call, alert: { title: "444455556666" } },
          "steps of a timeline": { records: (time) => time.at("+1h", call) },
          "another account by its own word": { records: call, organization: { accounts: ["777788889999"] } },
        },
        ignores: {
          "the account": { records: call, organization: { accounts: ["111122223333"] } },
          "steps of a timeline": {
            records: (time) => time.at("+1h", call),
            organization: { accounts: ["111122223333"] },
          },
          "nothing told": { records: [call], organization: {} },
          "a case without a word": { records: invocation({ accountId: "444455556666" }) },
        },
      }),
    );
  });
  describe("by nobody else", () => {
    testRule(stranger, defineCases(stranger, { ignores: { "any account": call } }));
  });

  test("and what is misspelt of it does not compile", () => {
    // @ts-expect-error it is called accounts
    defineCases(stranger, { organization: { acounts: [] } });
    // @ts-expect-error it is called accounts
    defineCases(stranger, { raises: { any: { records: call, organization: { acounts: [] } } } });
  });
});

test("a table of cases cannot be changed", () => {
  const cases = defineCases(rootUser, { ignores: { any: [invocation()] } });
  expect(() => ((cases as { raises?: object }).raises = {})).toThrow(TypeError);
  expect(() => (cases.ignores as unknown as { any: unknown[] }).any.push(1)).toThrow(TypeError);
  expect(cases).toEqual<Cases>({ rule: rootUser, ignores: { any: [expect.any(Object)] } });
});

test("what no table says does not compile", () => {
  const rule = defineRule({
    id: "Test.Any",
    logTypes: ["AWS.CloudTrail"],
    severity: "LOW",
    detect: () => true,
  });
  // @ts-expect-error it is called raises
  defineCases(rule, { rises: {} });
  // @ts-expect-error it is called severity
  defineCases(rule, { raises: { any: { records: [], alert: { sevirity: "LOW" } } } });
  // @ts-expect-error it is called expectAlert
  defineCases(rule, { raises: { any: { records: (time) => time.expectAlerts() } } });
});

/** Below the repository, so that `caracal` is found; and out of git. */
const PROJECT = join(REPOSITORY, ".cache/test-rule");

const RULES = `
import { defineRule, extendRule } from "caracal";
import { defineCases, invocation, testRule, timeline, trailEvent } from "caracal/testing";
import { expect, test } from "vitest";

const common = { logTypes: ["AWS.BedrockModelInvocation"], severity: "LOW" };
const root = invocation({ modelId: "root" });
const rule = defineRule({ ...common, id: "Made.Up", detect: ({ modelId }) => modelId === "root" });
const signal = defineRule({ ...rule, id: "Made.Signal", createAlert: false });
const three = defineRule({ ...rule, id: "Made.Three", threshold: 3 });

const cases = defineCases(rule, {
  raises: {
    "one record": { records: root },
    "with its alert": { records: root, alert: { severity: "LOW", eventCount: 1 } },
    "no alert": { records: invocation() },
    "another alert": { records: [root], alert: { severity: "HIGH" } },
    "two alerts of one": { records: [root, root], alert: [{}, {}] },
    "a list of none": { records: invocation(), alert: [] },
  },
  ignores: {
    "another model": invocation(),
    "the model": root,
    "another log": trailEvent(),
    "in time": (time) => time.at("+1s", root)
      .expectNothing(),
  },
});
testRule(rule, cases);
const signals = defineCases(signal, {
  raises: { "a match": { records: root }, "no match": { records: invocation() } },
  ignores: { "no match of it": invocation(), "a match of it": root },
});
testRule(signal, signals);
testRule(extendRule(rule, { id: "Made.Derived", severity: "HIGH" }), cases, {
  except: ["no alert", "two alerts of one", "a list of none", "the model", "another log", "in time"],
});
testRule(rule, cases, { except: ["none such", ...Object.keys(cases.raises), ...Object.keys(cases.ignores)] });

test("a threshold", () => {
  expect(three).toDetect(root);
  expect(three).not.toDetect(invocation());
  timeline(three).every("1s", 2, root).expectNothing().at("+3s", root).expectAlert().at("+4s").expectNothing();
});
`;

interface Told {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
  readonly meta: { readonly caracal?: readonly { rule: string; kind: string }[] };
}

describe("a made-up table", () => {
  const told = new Map<string, Told>();
  const notesOf = (name: string) => told.get(name)?.meta.caracal?.map(({ rule, kind }) => `${rule} ${kind}`);

  beforeAll(async () => {
    await rm(PROJECT, { recursive: true, force: true });
    await mkdir(PROJECT, { recursive: true });
    await writeFile(join(PROJECT, "vitest.config.ts"), "export default {};\n");
    await writeFile(join(PROJECT, "made-up.test.ts"), RULES);
    const vitest = join(REPOSITORY, "node_modules/vitest/vitest.mjs");
    const report = join(PROJECT, "report.json");
    const options = ["--root", PROJECT, "--reporter", "json", "--outputFile", report];
    await promisify(execFile)(process.execPath, [vitest, "run", ...options]).catch(() => "it fails");
    const { testResults } = JSON.parse(await readFile(report, "utf8")) as {
      testResults: { assertionResults: Told[] }[];
    };
    for (const one of testResults.flatMap(({ assertionResults }) => assertionResults))
      told.set(one.fullName, one);
  });

  afterAll(() => rm(PROJECT, { recursive: true, force: true }));

  test("is a test for each case, under the rule's id", () => {
    const passed = [...told.values()].filter(({ status }) => status === "passed");
    expect(passed.map(({ fullName }) => fullName)).toEqual([
      "Made.Up raises: one record",
      "Made.Up raises: with its alert",
      "Made.Up ignores: another model",
      "Made.Signal raises: a match",
      "Made.Signal ignores: no match of it",
      "Made.Derived raises: one record",
      "Made.Derived raises: with its alert",
      "Made.Derived raises: another alert",
      "Made.Derived ignores: another model",
      "a threshold",
    ]);
  });

  test.each([
    ["Made.Up raises: no alert", "nothing came of it, and something should"],
    ["Made.Up raises: another alert", "the alert differs in severity"],
    ["Made.Up raises: two alerts of one", "one alert, but 2 alerts expected"],
    ["Made.Up raises: a list of none", "the case says that the rule raises, and expects no alert"],
    ["Made.Up ignores: the model", "nothing should come of it, but there is"],
    ["Made.Up ignores: another log", "Made.Up saw none of these records"],
    ["Made.Up ignores: in time", "nothing should come of it, but there is"],
    ["Made.Up leaves out only cases that there are", 'there is no case "none such" to leave out'],
    ["Made.Signal raises: no match", "nothing came of it, and something should"],
    ["Made.Signal ignores: a match of it", "Made.Signal matched"],
  ])("fails in %s", (name, message) => {
    expect(told.get(name)).toMatchObject({ status: "failed" });
    const [text = ""] = told.get(name)?.failureMessages ?? [];
    expect(text).toContain(message);
    const source = RULES.split("\n");
    const lines = Array.from(
      text.matchAll(/made-up\.test\.ts:(\d+)/g),
      ([, line]) => source[Number(line) - 1],
    );
    const [first, ...others] = name.endsWith("in time")
      ? [".expectNothing()", "testRule("]
      : ["testRule(", "defineCases("];
    expect(lines[0]).toContain(first);
    expect(lines.slice(1).join("\n")).toContain(others.join("\n"));
  });

  test("notes what the rule did in each, for whoever counts its cases", () => {
    expect(notesOf("Made.Up raises: one record")).toEqual(["Made.Up raised"]);
    expect(notesOf("Made.Up raises: with its alert")).toEqual(["Made.Up raised"]);
    expect(notesOf("Made.Up raises: no alert")).toEqual(["Made.Up quiet"]);
    expect(notesOf("Made.Up raises: a list of none")).toBeUndefined();
    expect(notesOf("Made.Up ignores: another model")).toEqual(["Made.Up quiet"]);
    expect(notesOf("Made.Up ignores: another log")).toBeUndefined();
    expect(notesOf("Made.Signal raises: a match")).toEqual(["Made.Signal raised"]);
    expect(notesOf("Made.Signal ignores: no match of it")).toEqual(["Made.Signal quiet"]);
    expect(notesOf("Made.Derived raises: one record")).toEqual(["Made.Derived raised"]);
    // One match raises nothing where three are needed, so it is no case; nor is silence in which nothing came.
    expect(notesOf("a threshold")).toEqual(["Made.Three quiet", "Made.Three quiet", "Made.Three raised"]);
  });
});
