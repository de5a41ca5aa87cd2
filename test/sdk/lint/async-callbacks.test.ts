import { expect, test } from "vitest";
import { asyncCallbacks } from "../../../sdk/lint/async-callbacks.ts";
import { bedrockRule } from "./module-of.ts";

test("a function that returns a promise or a generator is told", async () => {
  const rule = await bedrockRule(
    "detect: async (event) => true,\n*dedup(event) {}, title: (event) => event.id",
  );
  expect(asyncCallbacks(rule)).toMatchObject([
    {
      code: "RULE_IMPURE",
      line: 3,
      column: 9,
      message: expect.stringMatching(/^detect is async/) as string,
    },
    { code: "RULE_IMPURE", line: 4 },
  ]);
});
