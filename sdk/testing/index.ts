/**
 * Tests for rules: raw records in, alerts out, with the engine that runs in production.
 *
 * @module
 */
export type { Alert } from "../engine/alert.ts";
export { countReporter } from "./count-reporter.ts";
export { eventOf, replay, type Replay, type ReplayOptions } from "./replay.ts";
