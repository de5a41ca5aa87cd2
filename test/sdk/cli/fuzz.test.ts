import { describe, expect, test } from "vitest";
import { caracal, folderWith } from "./caracal.ts";

const rule = (name: string, id: string, functions: string): string => `import { defineRule } from "caracal";

export const ${name} = defineRule({
  id: "${id}",
  logTypes: ["AWS.BedrockModelInvocation"],
  severity: "LOW",
${functions}
});
`;

const CARELESS = rule(
  "careless",
  "Test.Careless",
  `  detect: (event) => event.operation === "Converse",
  title: (event) => event.identity!.arn ?? "nobody",`,
);
const ENDLESS = rule(
  "endless",
  "Test.Endless",
  `  detect: (event) => {
    if (event.errorCode === "AccessDeniedException") for (;;);
    return false;
  },`,
);
const SOUND = rule("sound", "Test.Sound", '  detect: (event) => event.region === "eu-west-1",');

describe.concurrent("caracal fuzz", () => {
  test("shows a fault by its place, what to do, and a test; one that never ends does not stop the others", async () => {
    const cwd = await folderWith({
      "rules/a-endless.ts": ENDLESS,
      "rules/b-careless.ts": CARELESS,
      "rules/c-sound.ts": SOUND,
    });
    const { code, stdout, stderr } = await caracal(["fuzz", "--seconds", "60", "--runs", "1000"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^3 rules, [\d,]+ events, 2 faults in [\d.]+ s; seed 1\n$/);
    expect(stdout).toContain(
      "rules/a-endless.ts:7:3: error RULE_SLOW Test.Endless: detect did not come to an end within 2 s of processor time for one event; ",
    );
    expect(stdout).toContain('errorCode: "AccessDeniedException"');
    expect(stdout).toContain(
      `rules/b-careless.ts:8:37: error RULE_THROWS Test.Careless: title throws TypeError: Cannot read properties of undefined (reading 'arn'); guard it: event.identity?.arn
  found with --seed 1, by
    // test/rules/b-careless.test.ts
    import { eventOf } from "caracal/testing";
    import { expect, test } from "vitest";
    import { careless } from "../../rules/b-careless.ts";

    test("Test.Careless: title does not throw", () => {
      const record = {
        accountId: "111122223333",
        modelId: "modelId-1",
        operation: "Converse",
        timestamp: "2026-03-02T09:00:00.000Z",
      };
      const event = eventOf("AWS.BedrockModelInvocation", record);
      expect(() => careless.title?.(event)).not.toThrow();
    });
`,
    );
  });

  test("tries the rules that are named, by id or file, and writes JSON", async () => {
    const cwd = await folderWith({ "rules/careless.ts": CARELESS, "rules/sound.ts": SOUND });
    const runs = ["--runs", "500", "--format", "json"];
    const sound = await caracal(["fuzz", "test.s*", ...runs], { cwd });
    expect([sound.code, sound.stdout]).toEqual([0, "[]\n"]);
    const careless = await caracal(["fuzz", "rules/careless.ts", ...runs], { cwd });
    expect([careless.code, JSON.parse(careless.stdout)]).toEqual([
      1,
      [
        expect.objectContaining({
          code: "RULE_THROWS",
          severity: "error",
          source: "rules/careless.ts",
          line: 8,
          rule: "Test.Careless",
          function: "title",
          records: [expect.objectContaining({ operation: "Converse" })],
        }),
      ],
    ]);
  });

  test.each([
    [["fuzz", "Test.Sount"], 3, /^INPUT_NOT_FOUND Test\.Sount: .*; did you mean Test\.Sound\?\n/],
    [["fuzz", "--seconds", "never"], 3, /Write a number above 0/],
    [["fuzz", "--rules", "none"], 2, /^none: RULES_NOT_FOUND /],
  ])("%j", async (args, exit, told) => {
    const cwd = await folderWith({ "rules/sound.ts": SOUND });
    const { code, stdout, stderr } = await caracal(args, { cwd });
    expect([code, stdout]).toEqual([exit, ""]);
    expect(stderr).toMatch(told);
  });
});
