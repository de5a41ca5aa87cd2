import { expect, test } from "vitest";
import { fileName } from "../../../sdk/lint/file-name.ts";
import { ruleOf } from "./module-of.ts";

const named = (source: string, text: string) =>
  ruleOf(`export ${text} defineRule({ id: "AWS.Bedrock.ErrorSpike" })`, source);
test.each([
  ["rules/error-spike.ts", "default", 0],
  ["rules/bedrock_error_spike.ts", "default", 0],
  ["rules/spikes.ts", "const spikes =", 0],
  ["rules/index.ts", "default", 0],
  ["rules/token-abuse.ts", "default", 1],
  ["rules/token-abuse.mts", "const errorSpike =", 1],
])("%s with export %s: %i findings", async (source, text, count) => {
  const issues = fileName(await named(source, text), true);
  expect(issues.map(({ code }) => code)).toEqual(Array.from({ length: count }, () => "RULE_NAME_DOUBTFUL"));
  for (const { fix } of issues) expect(fix).toMatch(/^call the file error-spike\.m?ts$/);
});

test("a file with several is called as it likes", async () => {
  expect(fileName(await named("rules/other.ts", "default"), false)).toEqual([]);
});
