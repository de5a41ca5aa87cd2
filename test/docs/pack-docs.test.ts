import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REPOSITORY } from "../sdk/cli/caracal.ts";
import { PAGE, packPage, packRules } from "./pack-list.ts";

const text = readFileSync(join(REPOSITORY, PAGE), "utf8");

test("the page of the pack lists every rule as it is; npm run pack-docs writes it", () => {
  expect(text).toBe(packPage());
});

test("the successors that the page names are rules of the pack", () => {
  const named = [...text.matchAll(/`(AWS\.(?:\w+\.)?\w+)`/g)].map(([, id]) => id ?? "");
  const known = new Set(["AWS.BedrockModelInvocation", "AWS.CloudTrail", ...packRules.map(({ id }) => id)]);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});
