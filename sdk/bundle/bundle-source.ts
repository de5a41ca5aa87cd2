import { dirname, extname, join, relative, resolve } from "node:path";
import { CaracalError } from "../base/caracal-error.ts";
import type { Organization } from "../rule/organization.ts";

/** The one module that a bundle's rules become, and its source map. */
export interface BundledSource {
  readonly code: string;
  readonly map: string;
}

export interface BundleSourceOptions {
  /** Rule files, as absolute paths. */
  readonly files: readonly string[];
  /** The folder that paths in the source map are relative to. */
  readonly root: string;
  /** What `caracal` and its subpaths are, as absolute paths. */
  readonly alias: Readonly<Record<string, string>>;
  /** What the rules of the bundle are told of the company, wherever they run. */
  readonly organization: Partial<Organization>;
  /** The configuration whose overrides take the places of rules, as an absolute path. */
  readonly overrides?: string;
}

const ENTRY = "\0caracal:rules";

/**
 * Rule files and all they import as one ES module without imports, which exports the list `rules`. The same sources
 * give the same text on every machine.
 *
 * @throws CaracalError `TOOL_MISSING` without rolldown, `BUNDLE_FAILED` when it cannot bundle
 */
export async function bundleSource(options: BundleSourceOptions): Promise<BundledSource> {
  const { root, alias } = options;
  const { rolldown } = await import("rolldown").catch((cause: unknown) => {
    throw new CaracalError(
      { code: "TOOL_MISSING", message: "rolldown is not installed", fix: "npm install --save-dev rolldown" },
      { cause },
    );
  });
  try {
    const build = await rolldown({
      input: { rules: ENTRY },
      cwd: root,
      platform: "neutral",
      resolve: {
        alias: { ...alias },
        mainFields: ["module", "main"],
        conditionNames: ["import", "module", "default"],
      },
      treeshake: true,
      logLevel: "silent",
      plugins: [
        {
          name: "caracal-rules",
          resolveId: (id) => (id === ENTRY ? id : null),
          load: (id) => (id === ENTRY ? entryOf(options) : null),
        },
      ],
    });
    const { output } = await build.generate({
      format: "esm",
      sourcemap: "hidden",
      codeSplitting: false,
      comments: false,
      sourcemapPathTransform: (path) => nameOf(resolve(root, "dist", path), root, alias),
    });
    await build.close();
    const [chunk] = output;
    // The bundler puts a module's path above it, as it is from this folder.
    const names = new Map(chunk.moduleIds.map((id) => [relative(root, id), nameOf(id, root, alias)]));
    const code = chunk.code.replace(/^\/\/ (.+)$/gm, (line, path: string) => {
      const name = names.get(path);
      return name === undefined ? line : `// ${name}`;
    });
    return { code, map: chunk.map?.toString() ?? "" };
  } catch (cause) {
    if (cause instanceof CaracalError) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new CaracalError({ code: "BUNDLE_FAILED", message }, { cause });
  }
}

function entryOf({ files, alias, organization, overrides }: BundleSourceOptions): string {
  const imports = files.map((file, at) => `import * as file${at} from ${text(file)};`);
  const exported = files.map((_, at) => `...Object.values(file${at})`).join(", ");
  const isRule =
    '(value) => typeof value?.detect === "function" || (typeof value?.steps === "object" && "order" in value)';
  const inPlace = "(rule) => config.overrides.find(({ id }) => id === rule.id) ?? rule";
  return [
    ...imports,
    ...(Object.keys(organization).length === 0 ? [] : toldOf(organization, alias)),
    ...(overrides === undefined ? [] : [`import config from ${text(overrides)};`]),
    `export const rules = [...new Set([${exported}].flat())].filter(${isRule})${overrides === undefined ? "" : `.map(${inPlace})`};`,
    "",
  ].join("\n");
}

/** Tells the bundle's own copy of Caracal, which its rules ask, and nobody else's. */
function toldOf(organization: object, { caracal = "" }: BundleSourceOptions["alias"]): string[] {
  const module = join(dirname(caracal), `rule/organization${extname(caracal)}`);
  return [`import { setOrganization } from ${text(module)};`, `setOrganization(${text(organization)});`];
}

function text(value: unknown): string {
  return JSON.stringify(value);
}

/** A module's path for those who read it elsewhere: below the project, or below `caracal`, wherever that lies. */
function nameOf(absolute: string, root: string, alias: BundleSourceOptions["alias"]): string {
  const installed = dirname(alias["caracal"] ?? root).replace(/[/\\]sdk$/, "");
  const below = relative(root, absolute);
  const isOwn = !below.startsWith("..") && !below.startsWith("node_modules");
  return (isOwn ? below : `caracal/${relative(installed, absolute)}`).replaceAll("\\", "/");
}
