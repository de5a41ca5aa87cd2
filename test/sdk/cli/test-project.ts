import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { folderWith, REPOSITORY } from "./caracal.ts";

/** A rule over Bedrock's calls, as a file exports it. */
export function ruleText(id: string, differs = ""): string {
  return `import { defineRule } from "caracal";

export const rule = defineRule({
  id: "${id}",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "LOW",
  detect: (event) => event.operation === "Converse" && event.errorCode !== undefined,
  ${differs}
});
`;
}

/** Tests of a rule: one in which it raises, one in which it stays quiet, and more. */
export function testText(file: string, more = ""): string {
  return `import { invocation, replay } from "caracal/testing";
import { describe, expect, test } from "vitest";
import { rule } from "../../rules/${file}";

const failed = invocation({ errorCode: "AccessDeniedException" });

describe(rule.id, () => {
  test("raises on an error", async () => {
    expect((await replay(rule, [failed])).alerts).toMatchObject([{ eventCount: 1 }]);
  });

  test("stays quiet on success", async () => {
    expect((await replay(rule, [invocation()])).alerts).toEqual([]);
  });
${more}});
`;
}

/** A project in a new folder, in which `caracal` is this very checkout. */
export async function projectWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await folderWith({
    "package.json": '{ "name": "made-up", "type": "module", "private": true }\n',
    "node_modules/.keep": "",
    ...files,
  });
  await symlink(REPOSITORY, join(folder, "node_modules/caracal"));
  return folder;
}
