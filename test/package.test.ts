import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const MODULES = join(ROOT, "node_modules");

const execute = promisify(execFile);

/** A project outside the repository, with the packed package installed as npm installs it. */
let project = "";

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "caracal-package-"));
  await execute(process.execPath, [join(ROOT, ".ci/build-package.ts"), join(folder, "dist")]);
  await execute("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: join(folder, "dist") });
  const [archive = ""] = (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
  project = join(folder, "project");
  const installed = join(project, "node_modules/caracal");
  await mkdir(join(project, "node_modules/.bin"), { recursive: true });
  await mkdir(installed);
  await execute("tar", ["xzf", join(folder, archive), "-C", installed, "--strip-components=1"]);
  const { bin, dependencies } = JSON.parse(await readFile(join(installed, "package.json"), "utf8")) as {
    readonly bin: { readonly caracal: string };
    readonly dependencies: Readonly<Record<string, string>>;
  };
  await symlink(`../caracal/${bin.caracal}`, join(project, "node_modules/.bin/caracal"));
  for (const name of [...Object.keys(dependencies), "@types", "rolldown", "vitest"])
    await symlink(join(MODULES, name), join(project, "node_modules", name));
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
        types: ["node"],
      },
      include: ["rules"],
    }),
    "schemas/Custom.Mine.yml": SCHEMA,
    "rules/opened.ts": RULE,
    "log.ndjson": `{"at":"2026-03-02T09:00:00Z","user":"amy","action":"open","door":{"floor":2}}\n`,
  });
});

afterAll(() => rm(join(project, ".."), { recursive: true, force: true }));

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

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(project, name, ".."), { recursive: true });
    await writeFile(join(project, name), text);
  }
}

/** What a command that the project installed prints and ends with. */
async function npx(...[command, ...args]: [string, ...string[]]): Promise<{ code: number; output: string }> {
  const bin = command === "tsc" ? join(MODULES, ".bin/tsc") : join(project, "node_modules/.bin", command);
  const env = { ...process.env, PATH: `${join(process.execPath, "..")}:${process.env.PATH}` };
  try {
    const { stdout, stderr } = await execute(bin, args, { cwd: project, env });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
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

  test("builds a bundle and tests its rules as in the repository", async () => {
    await write({
      "rules/root.test.ts": `import { rootUser } from "caracal/packs/aws-bedrock";
import { expect, test } from "vitest";
test("it is a rule", () => expect(rootUser.id).toBe("AWS.Bedrock.RootUser"));
`,
    });
    const exported = await npx("caracal", "export", "--rules", "aws-bedrock", "--out", "rules.zip");
    expect(exported).toMatchObject({ code: 0 });
    const run = await npx("caracal", "run", "log.ndjson", "--bundle", "rules.zip");
    expect(run.output).toMatch(/^No alerts\.\n0 alerts from \d+ rules; 1 record = 0 events .* 1 rejected/);
    const tested = await npx("caracal", "test");
    expect(tested.output).toMatch(/1 passed, 0 failed\n$/);
  });
});
