/**
 * Builds the package as it is published: JavaScript, because Node strips no types in node_modules, with its types
 * beside it. `node .ci/build-package.ts [FOLDER]`, by default dist.
 */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const [out = join(ROOT, "dist")] = process.argv.slice(2);

interface PackageJson {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

// What is there may only be an earlier build: anything else is not this program's to remove.
if (existsSync(out) && !existsSync(join(out, "sdk/cli/caracal.js")))
  throw new Error(`${out} is there, and is no build of the package`);
rmSync(out, { recursive: true, force: true });
execFileSync(
  join(ROOT, "node_modules/.bin/tsc"),
  ["-p", join(ROOT, ".ci/tsconfig.package.json"), "--outDir", out],
  {
    stdio: "inherit",
  },
);
// The compiler rewrites imports in code but not in declarations.
for (const file of globSync("**/*.d.ts", { cwd: out })) {
  const text = readFileSync(join(out, file), "utf8");
  writeFileSync(join(out, file), text.replaceAll(/(?<=["'])(\.{1,2}\/[^"'\n]+)\.ts(?=["'])/g, "$1.js"));
}
for (const file of ["README.md", "LICENSE", "CHANGELOG.md", ...globSync("sdk/**/*.json", { cwd: ROOT })]) {
  mkdirSync(dirname(join(out, file)), { recursive: true });
  copyFileSync(join(ROOT, file), join(out, file));
}
const published = publishedPackage();
for (const file of Object.values(published.bin)) chmodSync(join(out, file), 0o755);
writeFileSync(join(out, "package.json"), `${JSON.stringify(published, null, 2)}\n`);

/** The package.json of the project, made to name what was built. */
function publishedPackage(): Pick<PackageJson, "bin"> & { readonly exports: object } {
  const {
    devDependencies: _d,
    scripts: _s,
    private: _p,
    files: _f,
    bin,
    exports,
    ...rest
  } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as PackageJson;
  return {
    ...rest,
    bin: Object.fromEntries(Object.entries(bin).map(([name, file]) => [name, built(file)])),
    exports: Object.fromEntries(Object.entries(exports).map(([path, file]) => [path, exportOf(file)])),
  };
}

function exportOf(file: string): unknown {
  if (!file.endsWith(".ts")) return file;
  return { types: file.replace(/\.ts$/, ".d.ts"), default: built(file) };
}

function built(file: string): string {
  return file.replace(/\.ts$/, ".js");
}
