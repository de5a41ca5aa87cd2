import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { caracal, folderWith, REPOSITORY } from "./caracal.ts";

const COMPANY = join(REPOSITORY, "fixtures/aws-bedrock/company");
const QUARTER = 15 * 60 * 1_000;

const lines = globSync("**/*Z_*.json.gz", { cwd: COMPANY }).flatMap((path) => {
  const text = gunzipSync(readFileSync(join(COMPANY, path))).toString();
  return text.trimEnd().split("\n");
});

/** The company's lines, each up to a quarter of an hour from where its time puts it. */
function shuffled(seed: number): string[] {
  const moved = fc.sample(fc.nat(QUARTER), { numRuns: lines.length, seed });
  const placed = lines.map((line, at) => {
    const { timestamp } = JSON.parse(line) as { timestamp: string };
    return { line, place: Date.parse(timestamp) + (moved[at] ?? 0) };
  });
  return placed.toSorted((one, other) => one.place - other.place).map(({ line }) => line);
}

test("the company's log shuffled within 15 minutes gives the same alerts, byte for byte", async () => {
  const rules = ["--rules", "aws-bedrock", "--format", "ndjson"];
  const { stdout: expected } = await caracal(["run", COMPANY, ...rules]);
  expect(expected).toContain('"ruleId":"AWS.Bedrock.ErrorSpike"');
  expect(lines.length).toBeGreaterThan(13_000);
  const orders = [shuffled(1), shuffled(2)];
  expect(orders[0]).not.toEqual(orders[1]);
  const outcomes = orders.map(async (order) => {
    const folder = await folderWith({ "log.ndjson": order.join("\n") });
    return await caracal(["run", "log.ndjson", ...rules], { cwd: folder });
  });
  for (const { stdout, stderr } of await Promise.all(outcomes)) {
    expect(stdout).toBe(expected);
    expect(stderr).not.toContain("late");
  }
});

test("lines that come later than that are told, and none is lost", async () => {
  const folder = await folderWith({ "log.ndjson": lines.toReversed().join("\n") });
  const { stderr } = await caracal(["run", "log.ndjson", "--rules", "aws-bedrock"], { cwd: folder });
  expect(stderr).toMatch(/13,063 records = 13,034 events \+ 29 duplicates .* events too late to count/);
});
