/**
 * What generated log types are made with, and what reads records with them.
 *
 * @module
 */
export { isJsonObject, type JsonArray, type JsonObject, type JsonValue } from "../base/json.ts";
export type { Writable } from "../base/writable.ts";
export { type Check, cidr, ip, noneOf, oneOf } from "./checks.ts";
export { csvParser } from "./csv-parser.ts";
export { Decoding, own } from "./decoding.ts";
export { fastmatchParser } from "./fastmatch-parser.ts";
export { SCANNERS } from "./indicators.ts";
export type { LogType, OwnFields } from "./log-type.ts";
export { type TimeFormats, timeFormats } from "./time-formats.ts";
export { transformation, type TransformationPlan } from "./transformation.ts";
export type { LineParser, OpenLineParser } from "./line-parser.ts";
export type { FieldIssue, Indicators, SourceFile, StandardFields } from "./standard-fields.ts";
export { z } from "zod";
