import { basename, resolve } from "node:path";
import { EXAMPLE_FILES } from "./example-files.ts";
import type { OwnPackage } from "./own-package.ts";
import type { NewFiles } from "./write-new-files.ts";

/** What the compiler and the types of Node.js are in a new project: those that Caracal itself is built with. */
const COMPILER = { "@types/node": "^24.0.0", typescript: "^7.0.0" };

/** The tools of a project's first day. The others are asked for by the commands that need them. */
const TOOLS = ["fast-check", "recheck", "rolldown", "vitest"];

/**
 * The files of a new project: what installs and compiles it, one rule with its test, a log to run it over, and the
 * workflow that checks all of it.
 *
 * @param folder where the project will be; it is named after the folder
 * @param caracal the version or place that its package.json asks for
 */
export function projectFiles(folder: string, caracal: string, own: OwnPackage): NewFiles {
  const name = packageName(folder);
  return {
    "package.json": json(packageJson(name, caracal, own)),
    "tsconfig.json": json(TSCONFIG),
    "vitest.config.ts": VITEST_CONFIG,
    "caracal.config.ts": CARACAL_CONFIG,
    ...EXAMPLE_FILES,
    ".github/workflows/ci.yml": WORKFLOW,
    ".gitignore": "node_modules/\n*.db\n*.db-*\n",
    "README.md": readme(name),
  };
}

function packageName(folder: string): string {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+/, "");
  // A package of this name could not depend on the one that it is named after.
  return name === "" || name === "caracal" ? "detection-rules" : name;
}

function packageJson(name: string, caracal: string, { engines, peerDependencies }: OwnPackage): object {
  const tools = TOOLS.map((tool) => [tool, peerDependencies[tool] ?? "*"] as const);
  return {
    name,
    version: "0.1.0",
    private: true,
    type: "module",
    engines: { node: engines.node },
    scripts: {
      start: "caracal run fixtures",
      test: "caracal test",
      check: "tsc && caracal check",
    },
    dependencies: { caracal },
    devDependencies: { ...COMPILER, ...Object.fromEntries(tools) },
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Strict, and only what Node.js can strip: rules run as they are written. */
const TSCONFIG = {
  compilerOptions: {
    target: "es2024",
    lib: ["es2024", "esnext.array", "esnext.iterator"],
    module: "nodenext",
    types: ["node"],
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
    forceConsistentCasingInFileNames: true,
    skipLibCheck: true,
  },
  include: ["rules", "test", "*.config.ts"],
};

const VITEST_CONFIG = `import { countReporter, explainRules } from "caracal/testing/config";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // A test that fails says which part of the rule was false.
  plugins: [explainRules()],
  test: {
    // Rules are pure, so test files may share what they import.
    isolate: false,
    reporters: ["default", countReporter()],
  },
});
`;

const CARACAL_CONFIG = `import { defineConfig } from "caracal";

// What the commands of caracal begin with. Everything may be left out.
export default defineConfig({
  // Folders of rules, and packs that come with Caracal, such as "aws-bedrock".
  rules: ["rules"],
  // What rules may know of the company; what is not told here they learn from the log, or leave alone.
  organization: {
    // accounts: ["111122223333"],
    // principals: ["111122223333:role/claims-*"],
    // regions: ["eu-central-1"],
    // businessHours: { timeZone: "Europe/Berlin", days: [1, 2, 3, 4, 5], from: 8, to: 18 },
  },
  // Rules of packs with other thresholds, severities or exceptions: extendRule(errorSpike, { severity: "CRITICAL" }).
  overrides: [],
});
`;

const WORKFLOW = `name: CI
on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  rules:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npx tsc
      - run: npx caracal check
      - run: npx caracal test
`;

function readme(name: string): string {
  return `# ${name}

Detection rules, written with Caracal.

| command | does |
|---|---|
| \`npm test\` | runs the rules' tests |
| \`npm run check\` | compiles everything, and looks for what is wrong or doubtful in the rules |
| \`npm start\` | runs the rules over the logs in \`fixtures\` |
| \`npx caracal new rule Example.Bedrock.MyRule\` | a new rule, with its test |

Rules are in \`rules\`, a folder for each subject; their tests are in \`test/rules\`, under the same names.
`;
}
