import { defineRule, type JsonObject } from "caracal";
import { replay, sample, timeline } from "caracal/testing";
import { describe, expect, test } from "vitest";
import { doorLogWith } from "./door-log.ts";
import { failureOf } from "./failure-of.ts";

const rule = defineRule({
  id: "Test.Opened",
  logTypes: ["Test.DoorLog"],
  severity: "LOW",
  detect: () => true,
  alertContext: (event) => ({ at: event.opening.at }),
});

const at = (time: unknown): JsonObject => ({ door: "vault", opening: { at: time as string } });

describe("the clock sets the time of a record in the way in which the log writes it", () => {
  test.each([
    ["unix", 1_700_000_000],
    ["unix_ms", 1_700_000_000_000],
    ["unix_us", 1_700_000_000_000_000],
    ["unix_ns", "1700000000000000000"],
    ["unix", "1700000000"],
    ["rfc3339", "2020-01-01T00:00:00Z"],
  ] as const)("as %s, such as %j", (format, time) => {
    timeline(rule, "2026-03-02T09:00:00Z", { logTypes: [doorLogWith(format)] })
      .at("+1m30s", at(time))
      .expectAlert({ createdAt: "+1m30s", context: { at: "2026-03-02T09:01:30.000Z" } });
  });
});

const atGermanTime = (time: Date): JsonObject => at(`02.03.2026 ${time.toISOString().slice(11, 19)}`);

test("a time in a format of its own comes from a function", () => {
  const logTypes = [doorLogWith("%d.%m.%Y %H:%M:%S")];
  timeline(rule, "2026-03-02T09:00:00Z", { logTypes })
    .at("+5s", (_, time) => atGermanTime(time))
    .expectAlert({ createdAt: "+5s" });
  const { message } = failureOf(() => {
    timeline(rule, "2026-03-02T09:00:00Z", { logTypes }).at("+5s", atGermanTime(new Date(0)));
  });
  expect(message).toContain("the time of a record of Test.DoorLog cannot be changed to 2026-03-02T09:00:05Z");
  expect(message).toContain("(at, time) =>");
});

test("a replay leaves times as they are", async () => {
  const logTypes = [doorLogWith("unix")];
  expect(await replay(rule, [at(1_772_442_000)], { logTypes })).toRaise({
    createdAt: "2026-03-02T09:00:00Z",
  });
  expect(await replay(rule, [sample(doorLogWith("unix"), { opening: { at: 0 }, door: "" })])).toRaise({
    createdAt: new Date(0),
  });
});
