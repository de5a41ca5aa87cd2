import { expect, test } from "vitest";
import { sarif } from "../../../sdk/report/sarif.ts";

test("findings become a SARIF log with a rule for each code, and a place for each result; what has no place is told of the run", () => {
  const log = sarif(
    [
      {
        code: "RULE_IMPURE",
        severity: "error",
        message: "Date.now reads the clock",
        fix: "take the time from the event",
        source: "rules/my pack/a.ts",
        line: 3,
        column: 7,
      },
      {
        code: "RULE_RUNBOOK_MISSING",
        severity: "warning",
        message: "no runbook",
        source: "rules/b.ts",
        line: 1,
      },
      { code: "RULE_IMPURE", severity: "error", message: "a \u001b[2J text", source: "rules/c.ts" },
      { code: "INPUT_NOT_FOUND", severity: "error", message: "nothing there" },
    ],
    "1.2.3",
  );
  expect(JSON.parse(log)).toEqual({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "caracal",
            version: "1.2.3",
            rules: [
              {
                id: "RULE_IMPURE",
                shortDescription: {
                  text: "A rule depends on something else than its event, or changes something.",
                },
                defaultConfiguration: { level: "error" },
              },
              {
                id: "RULE_RUNBOOK_MISSING",
                shortDescription: { text: "A rule that pages people does not tell them what to do." },
                defaultConfiguration: { level: "warning" },
              },
            ],
            notifications: [
              {
                id: "INPUT_NOT_FOUND",
                shortDescription: { text: "A path or glob names nothing." },
                defaultConfiguration: { level: "error" },
              },
            ],
          },
        },
        invocations: [
          {
            executionSuccessful: false,
            toolExecutionNotifications: [
              {
                descriptor: { id: "INPUT_NOT_FOUND", index: 0 },
                level: "error",
                message: { text: "nothing there" },
              },
            ],
          },
        ],
        columnKind: "utf16CodeUnits",
        results: [
          {
            ruleId: "RULE_IMPURE",
            ruleIndex: 0,
            level: "error",
            message: { text: "Date.now reads the clock; take the time from the event" },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "rules/my%20pack/a.ts" },
                  region: { startLine: 3, startColumn: 7 },
                },
              },
            ],
          },
          {
            ruleId: "RULE_RUNBOOK_MISSING",
            ruleIndex: 1,
            level: "warning",
            message: { text: "no runbook" },
            locations: [
              { physicalLocation: { artifactLocation: { uri: "rules/b.ts" }, region: { startLine: 1 } } },
            ],
          },
          {
            ruleId: "RULE_IMPURE",
            ruleIndex: 0,
            level: "error",
            message: { text: "a ·[2J text" },
            locations: [{ physicalLocation: { artifactLocation: { uri: "rules/c.ts" } } }],
          },
        ],
      },
    ],
  });
});

test("nothing found is a run without results", () => {
  expect(JSON.parse(sarif([], "1.2.3"))).toMatchObject({
    runs: [{ tool: { driver: { rules: [] } }, invocations: [{ executionSuccessful: true }], results: [] }],
  });
});
