/**
 * Tests for rules: raw records in, alerts out, with the engine that runs in production. To be imported in tests, which
 * vitest runs.
 *
 * @module
 * @example
 * import { invocation, timeline } from "caracal/testing";
 * import { test } from "vitest";
 *
 * test("twenty failures in fifteen minutes raise one alert", () => {
 *   timeline(errorSpike)
 *     .every("10s", 20, invocation({ errorCode: "AccessDeniedException" }))
 *     .expectAlert({ severity: "HIGH", eventCount: 20 });
 * });
 */
export type { Alert } from "../engine/alert.ts";
export { type Case, type Cases, type CaseRecords, defineCases, type RaisingCase } from "./cases.ts";
export type { Moment } from "./clock-time.ts";
export type { ExpectedAlert } from "./expected-alert.ts";
export type { RuleMatchers } from "./matchers.ts";
export type { CaseNote } from "./note-case.ts";
export { eventOf, replay } from "./replay.ts";
export type { Replay, ReplayOptions } from "./run-events.ts";
export type { RecordOf, SampleOf } from "./sample-of.ts";
export { invocation, sample, trailEvent } from "./samples.ts";
export { testRule } from "./test-rule.ts";
export { type Timeline, timeline, type TimelineOptions } from "./timeline.ts";
export type { TimelineRecord } from "./running-timeline.ts";
