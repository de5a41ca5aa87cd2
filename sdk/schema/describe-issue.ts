import get from "lodash/get.js";
import type { z } from "zod";
import type { Issue } from "../base/issue.ts";

type Description = Pick<Issue, "code" | "message" | "fix">;

/** Parts of Panther's schema language that Caracal knows of but does not yet read. */
const UNSUPPORTED: { readonly [what in string]?: RegExp } = {
  key: /^(parser|definitions|fieldDiscoveryEnabled|validate|isEmbeddedJSON|isExpiration|timeFormat|target|rename|copy|concat|split|mask)$/,
  type: /^ref$/,
  timeFormat: /^(unix_auto|cloudflare)$|%/,
  indicator: /^(mac|serial_number|actor_id)$/,
};

/** What zod found wrong with a schema file, in the words of the schema language. */
export function describeIssue(issue: z.core.$ZodIssue, file: unknown): Description {
  const value: unknown = issue.path.length === 0 ? file : get(file, issue.path);
  const { message, ...rest } = describe(issue, value);
  const place = issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  return { code: "SCHEMA_INVALID", message: `${place}${message}`, ...rest };
}

function describe(issue: z.core.$ZodIssue, value: unknown): Partial<Description> & { message: string } {
  switch (issue.code) {
    case "unrecognized_keys":
      return describeKey(issue.keys[0] ?? "");
    case "invalid_union":
      return describeChoice("type", value, "options" in issue ? (issue.options ?? []) : []);
    case "invalid_value": {
      const key = issue.path.findLast((part) => typeof part === "string") ?? "value";
      return describeChoice(key.replace(/s$/, ""), value, issue.values);
    }
    case "invalid_type": {
      const found = value === undefined ? "missing" : `found ${kindOf(value)}`;
      return { message: found, fix: `write ${KINDS[issue.expected] ?? issue.expected}` };
    }
    case "too_small":
      return { message: "empty", fix: "write at least one" };
    case "invalid_format":
      return { message: `${shown(value)} is no name of a log type`, fix: "write one such as AWS.CloudTrail" };
    default:
      return { message: `${shown(value)} ${issue.message}`, fix: "choose another name" };
  }
}

function describeKey(key: string): Partial<Description> & { message: string } {
  return UNSUPPORTED.key?.test(key)
    ? { code: "SCHEMA_UNSUPPORTED", message: `the key ${key} is not supported yet`, fix: "leave it out" }
    : { message: `unknown key ${key}`, fix: "correct its spelling, or remove it" };
}

function describeChoice(
  what: string,
  value: unknown,
  choices: readonly unknown[],
): Partial<Description> & { message: string } {
  const fix = `write one of ${choices.join(", ")}`;
  if (value === undefined) return { message: "missing", fix };
  if (typeof value === "string" && UNSUPPORTED[what]?.test(value))
    return { code: "SCHEMA_UNSUPPORTED", message: `the ${what} ${value} is not supported yet`, fix };
  return { message: `unknown ${what} ${shown(value)}`, fix };
}

const KINDS: { readonly [type in string]?: string } = {
  array: "a list",
  boolean: "true or false",
  number: "a number",
  object: "a mapping",
  string: "text",
};

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  return KINDS[Array.isArray(value) ? "array" : typeof value] ?? typeof value;
}

function shown(value: unknown): string {
  return typeof value === "object" ? kindOf(value) : `${value as string | number | boolean}`.slice(0, 100);
}
