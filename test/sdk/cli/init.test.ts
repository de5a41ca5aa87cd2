import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { caracal, folderWith, REPOSITORY } from "./caracal.ts";
import { install } from "./project.ts";

const execute = promisify(execFile);

/** Any package of Caracal: none of these tests installs it. */
const PACKAGE = ["--caracal", "^0.1.0"];

const FILES = [
  ".github/workflows/ci.yml",
  ".gitignore",
  "README.md",
  "caracal.config.ts",
  "fixtures/bedrock.ndjson",
  "package.json",
  "rules/example-bedrock/model-probing.ts",
  "test/rules/example-bedrock/model-probing.test.ts",
  "tsconfig.json",
  "vitest.config.ts",
];

interface PackageJson {
  readonly [key: string]: unknown;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

async function packageIn(folder: string): Promise<PackageJson> {
  return JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as PackageJson;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

describe.concurrent("caracal init", () => {
  test("makes a project in which everything works, and says what to do next", async () => {
    const cwd = await folderWith({});
    const made = await caracal(["init", "my-rules", ...PACKAGE], { cwd });
    const project = join(cwd, "my-rules");
    expect(await filesIn(project)).toEqual(FILES);
    const written = FILES.map((file) => `my-rules/${file} written`);
    const [files, next] = made.stderr.split("\n\n");
    expect([made.code, made.stdout, files?.split("\n").toSorted(), next]).toEqual([
      0,
      "",
      written,
      "Next:\n  cd my-rules\n  npm install\n  npm test\n",
    ]);

    await install(project);
    const [tested, checked, run] = await Promise.all([
      caracal(["test"], { cwd: project }),
      caracal(["check"], { cwd: project }),
      caracal(["run", "fixtures", "--format", "json"], { cwd: project }),
      execute(process.execPath, [join(REPOSITORY, "node_modules/typescript/bin/tsc")], { cwd: project }),
    ]);
    expect([tested.code, tested.stdout.split("\n").at(-2)]).toEqual([0, "2 passed, 0 failed"]);
    expect([checked.code, checked.stdout]).toEqual([0, ""]);
    expect(JSON.parse(run.stdout)).toMatchObject([
      { ruleId: "Example.Bedrock.ModelProbing", severity: "MEDIUM", eventCount: 6 },
    ]);
  });

  test("asks for the Caracal that it is told, for the Node.js that it runs on, and for the tools that it was tried with", async () => {
    const cwd = await folderWith({});
    await caracal(["init", "my-rules", ...PACKAGE], { cwd });
    const own = (await packageIn(REPOSITORY)) as PackageJson & { peerDependencies: Record<string, string> };
    const made = await packageIn(join(cwd, "my-rules"));
    expect(made).toMatchObject({
      name: "my-rules",
      type: "module",
      engines: own.engines,
      dependencies: { caracal: "^0.1.0" },
    });
    const { "@types/node": types, typescript, ...tools } = made.devDependencies;
    expect(own.peerDependencies).toMatchObject(tools);
    const major = (name: string): string => `^${own.devDependencies[name]?.split(".")[0]}.0.0`;
    expect([types, typescript]).toEqual([major("@types/node"), major("typescript")]);
  });

  test("names the path of a package as seen from the project", async () => {
    const cwd = await folderWith({ "caracal-0.1.0.tgz": "" });
    await caracal(["init", "work/my rules", "--caracal", "caracal-0.1.0.tgz"], { cwd });
    const made = await packageIn(join(cwd, "work/my rules"));
    expect([made.name, made.dependencies.caracal]).toEqual(["my-rules", "file:../../caracal-0.1.0.tgz"]);
  });

  test("joins what is in a folder already, and overwrites nothing", async () => {
    const cwd = await folderWith({ "mine/.git/HEAD": "", "mine/LICENSE": "", "other/package.json": "{}" });
    const joined = await caracal(["init", ".", ...PACKAGE], { cwd: join(cwd, "mine") });
    expect([joined.code, joined.stderr.includes("cd ")]).toEqual([0, false]);
    for (const folder of ["mine", "other"]) {
      const before = await filesIn(join(cwd, folder));
      const { code, stderr } = await caracal(["init", folder, ...PACKAGE], { cwd });
      expect(code).toBe(3);
      expect(stderr).toContain(
        `${folder}/package.json: OUTPUT_EXISTS is there already, and nothing was written; `,
      );
      expect(await filesIn(join(cwd, folder))).toEqual(before);
    }
    expect(await readFile(join(cwd, "other/package.json"), "utf8")).toBe("{}");
  });

  test.each([
    [["init", "a", "--caracal", "./none.tgz"], /^\.\/none\.tgz: INPUT_NOT_FOUND there is no such package; /],
    [
      ["init", "a"],
      /^ARGUMENT_INVALID Caracal is not published, so .*; write it with npm run pack .*: --caracal \.\/caracal-0\.1\.0\.tgz/,
    ],
    [["init", "file/a", ...PACKAGE], /^file\/a\/package\.json: OUTPUT_UNWRITABLE cannot be written: /],
    [["init"], /missing required argument 'dir'/],
  ])("%j ends with 3 and says why", async (args, told) => {
    const cwd = await folderWith({ file: "" });
    const { code, stderr } = await caracal(args, { cwd });
    expect(await filesIn(cwd)).toEqual(["file"]);
    expect(code).toBe(3);
    expect(stderr).toMatch(told);
  });
});
