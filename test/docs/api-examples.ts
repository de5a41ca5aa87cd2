import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../sdk/cli/caracal.ts";

/** The example of a doc comment. */
export interface ApiExample {
  /** The source file that it documents, from the top of the repository. */
  readonly file: string;
  /** What it documents. */
  readonly name: string;
  readonly module: string;
}

/** What examples speak of without making it. */
const STAND_INS: Readonly<Record<string, string>> = {
  record: "JsonObject",
  records: "JsonObject[]",
  accessDenied: 'Rule<["AWS.BedrockModelInvocation"]>',
  successfulCall: 'Rule<["AWS.BedrockModelInvocation"]>',
  approval: 'Rule<["AWS.BedrockModelInvocation"]>',
};

const PUBLIC = [
  "caracal",
  "caracal/bedrock",
  "caracal/cloudtrail",
  "caracal/text",
  "caracal/testing",
  "caracal/packs/aws",
];

/** The public names, and where each is imported from; what two entries have is taken from the one that is preferred. */
async function publicNames(preferred = "caracal"): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const from of [preferred, ...PUBLIC]) {
    const exported = (await import(from)) as object;
    for (const name of Object.keys(exported)) if (!names.has(name)) names.set(name, from);
  }
  return names;
}

/** The names of what is public and can be called. */
export async function publicFunctions(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, from] of await publicNames()) {
    const exported = (await import(from)) as Readonly<Record<string, unknown>>;
    if (typeof exported[name] === "function") found.push(name);
  }
  return found;
}

/** Every example in a comment on something public, as a module: with the imports that it leaves out. */
export async function apiExamples(): Promise<readonly ApiExample[]> {
  const entries = new Map(
    await Promise.all(PUBLIC.map(async (one) => [one, await publicNames(one)] as const)),
  );
  const others = await publicNames();
  return globSync("sdk/**/*.ts", { cwd: REPOSITORY }).flatMap((file) => {
    const room = file.split(/[/\\]/)[1];
    const names = entries.get(`caracal/${room}`) ?? others;
    const logType = room === "cloudtrail" ? "AWS.CloudTrail" : "AWS.BedrockModelInvocation";
    const standIns = { ...STAND_INS, event: `EventOf<"${logType}">` };
    const source = readFileSync(join(REPOSITORY, file), "utf8");
    const found = source.matchAll(
      /\/\*\*(?:(?!\*\/)[^])*?@example\n((?:(?!\*\/)[^])*?)\s*\*\/\s*(?:export (?:const|class|(?:async )?function) (\w+)|)/g,
    );
    return [...found].flatMap(([, text = "", name = ""]) => {
      if (!names.has(name)) return [];
      return [{ file, name, module: moduleOf(text.replace(/^\s*\* ?/gm, ""), names, standIns) }];
    });
  });
}

function moduleOf(
  text: string,
  names: ReadonlyMap<string, string>,
  standIns: Readonly<Record<string, string>>,
): string {
  const imports = [...names, ...["describe", "expect", "test"].map((name) => [name, "vitest"] as const)];
  const isModule = /^(import|export|declare) /m.test(text);
  return [
    'import type { EventOf, JsonObject, Rule } from "caracal";',
    ...imports
      .filter(([name]) => isFree(name, text))
      .map(([name, from]) => `import { ${name} } from ${JSON.stringify(from)};`),
    ...Object.entries(standIns)
      .filter(([name]) => isFree(name, text) && !names.has(name))
      .map(([name, type]) => `declare const ${name}: ${type};`),
    ...(isModule ? [text] : ["export async function example(): Promise<unknown> {", text, "return;", "}"]),
    "",
  ].join("\n");
}

/** Whether a text uses a name that it neither imports nor makes. */
function isFree(name: string, text: string): boolean {
  const isMade = new RegExp(String.raw`\b(const|let|function|import)\b[^=\n(]*\b${name}\b`).test(text);
  return !isMade && new RegExp(String.raw`(?<![.\w"'/-])${name}\b(?!["':-])`).test(text);
}
