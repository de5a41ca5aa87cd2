import { expect, test } from "vitest";
import { logSchema } from "../../../../sdk/schema/log-schema.ts";
import { nameOfSample } from "../../../../sdk/schema/infer/name-of-sample.ts";

test.each<[string[], string]>([
  [["door-log.ndjson.gz"], "Custom.DoorLog"],
  [["logs/2026/doorLog"], "Custom.DoorLog"],
  [["logs/doors/"], "Custom.Doors"],
  [["C:\\logs\\doors.json"], "Custom.Doors"],
  [["2026-03-02.json"], "Custom.Sample"],
  [["\u540d\u524d.json"], "Custom.Sample"],
  [["-"], "Custom.Sample"],
  [["."], "Custom.Sample"],
  [["logs/*.json"], "Custom.Sample"],
  [["a.json", "b.json"], "Custom.Sample"],
  [["x".repeat(200)], `Custom.X${"x".repeat(99)}`],
])("%j is named %s", (paths, name) => {
  expect(nameOfSample(paths)).toBe(name);
  expect(logSchema.shape.schema.safeParse(name).success).toBe(true);
});
