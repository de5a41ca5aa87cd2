import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { caracal, folderWith } from "./caracal.ts";

const rule = (id: string, technique: string) => `
export const rule = {
  id: "${id}",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "LOW",
  reports: { "MITRE ATLAS": ["${technique}"] },
  detect: () => true,
};
`;

interface Printed {
  readonly rules: number;
  readonly matrices: readonly {
    readonly framework: string;
    readonly covered: number;
    readonly tactics: readonly { readonly name: string; readonly techniques: readonly object[] }[];
  }[];
}

test("caracal coverage shows the matrix of the rules in the folder rules", async () => {
  const cwd = await folderWith({ "rules/a.ts": rule("Test.A", "AML.T0034") });
  const { stdout, stderr, code } = await caracal(["coverage"], { cwd });
  expect(stdout).toContain("MITRE ATLAS 5.6.0: rules for 1 of 101 techniques\n");
  expect(stdout).toMatch(/^Impact +AML\.T0034 +Cost Harvesting +1 +Test\.A$/m);
  expect(stdout).toContain("MITRE ATT&CK");
  expect({ stderr, code }).toEqual({ stderr: "1 rule\n", code: 0 });
});

test("rules of several places are taken together, each once", async () => {
  const cwd = await folderWith({
    "a/a.ts": rule("Test.A", "AML.T0034"),
    "b/b.ts": rule("Test.B", "AML.T0012"),
  });
  const { stdout, code } = await caracal(["coverage", "--rules", "a", "b", "a", "--format", "json"], { cwd });
  const { rules, matrices } = JSON.parse(stdout) as Printed;
  expect(rules).toBe(2);
  expect(matrices.map(({ framework, covered }) => [framework, covered])).toEqual([
    ["MITRE ATLAS", 2],
    ["MITRE ATT&CK", 0],
  ]);
  const impact = matrices[0]?.tactics.find(({ name }) => name === "Impact");
  expect(impact?.techniques).toMatchObject([{ id: "AML.T0034", rules: ["Test.A"] }]);
  expect(code).toBe(0);
});

test("two rules with one id are told", async () => {
  const cwd = await folderWith({
    "a/a.ts": rule("Test.A", "AML.T0034"),
    "b/b.ts": rule("Test.A", "AML.T0012"),
  });
  const { stderr, code } = await caracal(["coverage", "--rules", "a", "b"], { cwd });
  expect(stderr).toContain("b/b.ts: RULE_ID_DUPLICATE the id Test.A is taken");
  expect(code).toBe(2);
});

test("a layer goes to a file, for the framework that is named", async () => {
  const cwd = await folderWith({ "rules/a.ts": rule("Test.A", "AML.T0034") });
  const args = ["coverage", "--format", "navigator", "--framework", "atlas", "--out", "layer.json"];
  const { stdout, stderr, code } = await caracal(args, { cwd });
  expect({ stdout, stderr, code }).toEqual({ stdout: "", stderr: "layer.json written\n1 rule\n", code: 0 });
  expect(JSON.parse(await readFile(join(cwd, "layer.json"), "utf8"))).toMatchObject({
    domain: "atlas-atlas",
    techniques: [{ techniqueID: "AML.T0034", score: 1, comment: "Test.A" }],
  });
});

test("Markdown of one framework holds nothing of the other", async () => {
  const { stdout } = await caracal(["coverage", "--format", "markdown", "--framework", "attack"]);
  expect(stdout).toMatch(/^### MITRE ATT&CK/);
  expect(stdout).not.toContain("ATLAS");
});

test("what cannot be done is told, with what to do", async () => {
  const layer = await caracal(["coverage", "--format", "navigator"]);
  expect(layer.stderr).toBe(
    "--format navigator: ARGUMENT_INVALID a Navigator layer is of one framework; add --framework attack or --framework atlas\n",
  );
  const nowhere = await caracal(["coverage", "--rules", "nowhere"]);
  expect(nowhere.stderr).toContain("nowhere: RULES_NOT_FOUND");
  expect([layer.code, nowhere.code]).toEqual([3, 2]);
});
