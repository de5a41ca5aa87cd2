import { expect, test } from "vitest";
import { untestedRules } from "../../../sdk/cli/test-untested.ts";

test("a rule whose matches are only for correlations needs tests that ask whether it matches", () => {
  const rule = { id: "Made.Up.Signal", name: "signal", file: "/rules/signal.ts", place: {}, isSignal: true };
  expect(untestedRules([rule], [])).toMatchObject([
    { fix: "test it: expect(signal).toDetect(record), and expect(signal).not.toDetect(other)" },
  ]);
});
