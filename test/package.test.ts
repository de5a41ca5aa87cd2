import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ended, install, MODULES, packInto, runIn } from "./installed-package.ts";

/** A project outside the repository, with the packed package installed as npm installs it. */
let project = "";

/** One with nothing else installed: where rules run that others have written and tested. */
let deployed = "";

/** The packed file. */
let archive = "";

/** What is to be removed at the end. */
let folder: string | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "caracal-package-"));
  archive = await packInto(folder);
  project = join(folder, "project");
  deployed = join(folder, "deployed");
  await install(archive, project, ["@stryker-mutator", "@types", "rolldown", "vitest"]);
  await install(archive, deployed, []);
  await write({
    "package.json": JSON.stringify({ name: "mine", type: "module", private: true }),
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        target: "es2024",
        module: "nodenext",
        noEmit: true,
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        allowImportingTsExtensions: true,
        types: ["node"],
      },
      include: ["rules"],
    }),
    "schemas/Custom.Mine.yml": SCHEMA,
    "rules/opened.ts": RULE,
    "log.ndjson": `{"at":"2026-03-02T09:00:00Z","user":"amy","action":"open","door":{"floor":2}}\n`,
  });
});

afterAll(async () => {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const SCHEMA = `schema: Custom.Mine
definitions:
  Door: { type: object, fields: [{ name: floor, type: int }] }
fields:
  - { name: at, type: timestamp, required: true, isEventTime: true }
  - { name: user, type: string, required: true, indicators: [username] }
  - { name: action, type: string, validate: { allow: [open, shut] } }
  - { name: door, type: ref, target: Door }
`;

const RULE = `import { defineRule } from "caracal";
import { principal } from "caracal/bedrock";

export default defineRule({
  id: "Mine.Opened",
  logTypes: ["Custom.Mine"],
  severity: "LOW",
  detect: (event) => event.action === "open" && (event.door?.floor ?? 0) > 1,
  title: (event) => \`\${event.user} opened\`,
});

export const both = defineRule({
  id: "Mine.Both",
  logTypes: ["Custom.Mine", "AWS.BedrockModelInvocation"],
  severity: "LOW",
  detect: (event) => event.p_log_type !== "Custom.Mine" && principal(event).kind === "root",
});
`;

const DERIVED = `import { extendRule } from "caracal";
import { rootUser } from "caracal/packs/aws-bedrock";

export const root = extendRule(rootUser, { id: "Mine.Root", severity: "CRITICAL" });
`;

const DERIVED_TEST = `import { rootUserCases } from "caracal/packs/aws-bedrock/cases";
import { replay, testRule } from "caracal/testing";
import { expect, test } from "vitest";
import { root } from "./root.ts";

testRule(root, rootUserCases);

test("ours is critical", () => expect(root.severity).toBe("CRITICAL"));
`;

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(project, name, ".."), { recursive: true });
    await writeFile(join(project, name), text);
  }
}

/** Runs a command that the project installed. */
async function npx(...[command, ...args]: [string, ...string[]]): Promise<Ended> {
  const bin = command === "tsc" ? join(MODULES, ".bin/tsc") : join(project, "node_modules/.bin", command);
  return await runIn(project, bin, args);
}

describe("a project with the packed package and a schema of its own", () => {
  test("gets types for it with one command, and rules over it compile and run", async () => {
    expect(await npx("caracal", "generate", "schemas", "--out", "rules/generated")).toEqual({
      code: 0,
      output: "rules/generated/custom-mine.ts written\n",
    });
    expect(await npx("tsc")).toEqual({ code: 0, output: "" });
    const run = await npx("caracal", "run", "log.ndjson", "--format", "ndjson");
    expect(run.output).toContain('"title":"amy opened"');
    expect(run.code).toBe(0);
  });

  test("compiles whatever comes first, the generated types or the rules, and without a rule", async () => {
    const alone = JSON.stringify({ extends: "./tsconfig.json", include: ["rules/generated"] });
    await write({ "rules/zeta/opened.ts": RULE.replaceAll("Mine.", "Zeta."), "alone.json": alone });
    expect(await npx("tsc")).toEqual({ code: 0, output: "" });
    expect(await npx("tsc", "-p", "alone.json")).toEqual({ code: 0, output: "" });
  });

  test("finds the JSON Schemas that its editor is told of", async () => {
    for (const name of ["log-schema", "overlay-schema"]) {
      const file = join(project, `node_modules/caracal/sdk/schema/generated/${name}.json`);
      expect(JSON.parse(await readFile(file, "utf8"))).toHaveProperty("$schema");
    }
  });

  test("tests a rule that it derives from one of a pack with the pack's cases, and measures its tests", async () => {
    await write({ "rules/ours/root.ts": DERIVED, "rules/ours/root.test.ts": DERIVED_TEST });
    expect(await npx("tsc")).toEqual({ code: 0, output: "" });
    const tested = await npx("caracal", "test", "--rules", "rules/ours");
    expect(tested.output).toMatch(/\n[1-9]\d* passed, 0 failed\n$/);
    expect(tested.code).toBe(0);
    const measured = await npx("caracal", "mutate", "--rules", "rules/ours");
    expect(measured.output).toMatch(/^Mine\.Root +2 +2 +100 %$/m);
  });

  test("learns from the compiler what is misspelt", async () => {
    await write({
      "rules/misspelt.ts": RULE.replaceAll("Mine.", "Misspelt.")
        .replace("event.user", "event.usr")
        .replace('"open"', '"opne"')
        .replace("event.door?.floor", "event.door?.flor"),
    });
    const { code, output } = await npx("tsc");
    expect(code).not.toBe(0);
    expect(output).toMatch(/types '"open" \| "shut" \| undefined' and '"opne"' have no overlap/);
    expect(output).toContain("Property 'usr' does not exist on type 'CustomMine'. Did you mean 'user'?");
    expect(output).toContain(
      "Property 'flor' does not exist on type 'CustomMineDoor'. Did you mean 'floor'?",
    );
  });
});

describe("the package", () => {
  test("is as Node.js, bundlers and the compiler want it", async () => {
    const linted = await runIn(project, join(MODULES, ".bin/publint"), [archive, "--strict"]);
    expect(linted).toMatchObject({ code: 0, output: expect.stringContaining("All good!") });
    const typed = await runIn(project, join(MODULES, ".bin/attw"), [archive, "--profile", "esm-only"]);
    expect(typed).toMatchObject({ code: 0, output: expect.stringContaining('"caracal/testing/config"') });
  });

  test("asks npm for nothing that its rules do not need to run", async () => {
    const text = await readFile(join(project, "node_modules/caracal/package.json"), "utf8");
    const facts = JSON.parse(text) as Readonly<Record<string, object>>;
    const { peerDependencies = {}, peerDependenciesMeta } = facts;
    for (const key of ["devDependencies", "scripts", "private"]) expect(facts).not.toHaveProperty(key);
    const optional = Object.keys(peerDependencies).map((name) => [name, { optional: true }]);
    expect(peerDependenciesMeta).toEqual(Object.fromEntries(optional));
  });

  test("runs rules and bundles with nothing else installed", async () => {
    const bundle = join(project, "rules.zip");
    const log = join(project, "log.ndjson");
    const exported = await npx("caracal", "export", "--rules", "aws-bedrock", "--out", bundle);
    expect(exported).toMatchObject({ code: 0 });
    const caracal = join(deployed, "node_modules/.bin/caracal");
    for (const rules of [
      ["--bundle", bundle],
      ["--rules", "aws-bedrock"],
    ]) {
      const run = await runIn(deployed, caracal, ["run", log, ...rules]);
      expect(run.output).toMatch(
        /^No alerts\.\n0 alerts from [1-9]\d* rules; 1 record = 0 events .* 1 rejected/,
      );
    }
    const tested = await runIn(deployed, caracal, ["test"]);
    expect(tested.output).toContain("TOOL_MISSING vitest is not installed; npm install --save-dev vitest");
    expect(tested.code).toBe(3);
  });
});
