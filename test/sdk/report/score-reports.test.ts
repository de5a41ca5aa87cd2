import { describe, expect, test } from "vitest";
import { formatSpan } from "../../../sdk/report/format-span.ts";
import { scoreMarkdown } from "../../../sdk/report/score-markdown.ts";
import { scoreText } from "../../../sdk/report/score-text.ts";
import { score } from "../../../sdk/score/score.ts";
import { scoresOf } from "../../../sdk/score/scores.ts";
import { alert, incident, labels, minute, rows } from "../score/made.ts";

const drill = { id: "load-test", title: "A load test", rows: rows("drill", 30) };

const run = (seed: number, minutes: number, severity: "LOW" | "HIGH") => ({
  name: `seed ${seed}`,
  ...score(labels({ seed, incidents: [incident("theft/slow"), incident("probe/fast")], decoys: [drill] }), [
    alert(["theft-0"], { createdAt: minute(60 + minutes), severity }),
    alert(["probe-0"], { ruleId: "Test.Probe", createdAt: minute(61) }),
    alert(["drill-0"], { createdAt: minute(2) }),
    alert(["other-0"], { severity: "LOW" }),
    ...(seed === 2 ? [alert(["other-1"], { type: "RULE_ERROR" })] : []),
  ]),
});

const one = scoresOf([run(1, 10, "HIGH")]);
const two = scoresOf([run(1, 10, "HIGH"), run(2, 95, "LOW")]);

test("scores of one simulation as text", async () => {
  await expect(scoreText(one)).toMatchFileSnapshot("golden/score-one.txt");
});

test("scores of two simulations as text, with intervals", async () => {
  await expect(scoreText(two)).toMatchFileSnapshot("golden/score-two.txt");
});

test("scores as Markdown", async () => {
  await expect(scoreMarkdown(two)).toMatchFileSnapshot("golden/score-two.md");
});

test("names from logs end neither a cell nor a line", () => {
  const odd = { name: "a|b\nc", ...score(labels(), []) };
  expect(scoreMarkdown(scoresOf([odd, { ...odd, name: "other" }]))).toContain("| a\\|b c |");
});

describe("a length of time is told in its two largest units", () => {
  test.each([
    [0, "0s"],
    [59.4, "59s"],
    [59.6, "1m"],
    [725, "12m 5s"],
    [3_599.6, "1h"],
    [12_000, "3h 20m"],
    [86_399, "1d"],
    [176_400, "2d 1h"],
  ])("%d seconds are %s", (seconds, text) => {
    expect(formatSpan(seconds)).toBe(text);
  });
});
