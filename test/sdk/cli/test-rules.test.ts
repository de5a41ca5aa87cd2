import { join } from "node:path";
import { expect, test } from "vitest";
import { rulesToTest } from "../../../sdk/cli/test-rules.ts";
import { projectWith, ruleText } from "./test-project.ts";

test.each([
  ["loops for ever", "for (;;);", "loading it does not come to an end within 0.5 s"],
  [
    "waits for ever",
    "await new Promise((resolve) => setInterval(() => resolve, 100));",
    "loading it does not",
  ],
  ["waits for nothing", "await new Promise(() => {});", "waits for what never comes"],
  ["ends the process", "process.exit(0);", "it ends the process"],
])("a rule file that %s is told, and holds up nothing", async (_, text, message) => {
  const folder = await projectWith({
    "rules/a.ts": ruleText("Made.Up.A"),
    "rules/b.ts": text,
  });
  await expect(rulesToTest([join(folder, "rules")], 500)).rejects.toMatchObject({
    issues: [
      {
        code: "RULE_FILE_BROKEN",
        source: expect.stringMatching(/rules\/b\.ts$/),
        message: expect.stringContaining(message),
      },
    ],
  });
});
