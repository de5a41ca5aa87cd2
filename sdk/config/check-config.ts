import get from "lodash/get.js";
import type { Issue } from "../base/issue.ts";
import { nearest } from "../schema/nearest.ts";
import { configSchema, keysAt } from "./config-schema.ts";

/** Something that is wrong with a configuration, and the keys that lead to it. */
export interface ConfigFinding extends Pick<Issue, "message" | "fix"> {
  readonly path: readonly PropertyKey[];
}

/**
 * All that is wrong with what should be a configuration.
 *
 * @example
 * checkConfig({ organisation: {} });
 * // [{ path: ["organisation"], message: "there is no key organisation", fix: "did you mean organization?" }]
 */
export function checkConfig(value: unknown): ConfigFinding[] {
  const found = configSchema.safeParse(value).error?.issues ?? [];
  return found.flatMap((issue): ConfigFinding[] => {
    const { path, message } = issue;
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ path: [...path, key], ...unknownKey(key, path) }));
    const fix = path.at(-1) === "timeZone" ? meant(get(value, path), timeZones()) : {};
    return [{ path, message: path.length === 0 ? message : `${path.join(".")}: ${message}`, ...fix }];
  });
}

function unknownKey(key: string, path: readonly PropertyKey[]): Pick<ConfigFinding, "message" | "fix"> {
  const where = path.length === 0 ? "" : `${path.join(".")}: `;
  const isOfOrganization = path.length === 0 && keysAt(["organization"]).includes(key);
  const fix = isOfOrganization ? { fix: "put it into organization" } : meant(key, keysAt(path));
  return { message: `${where}there is no key ${key}`, ...fix };
}

function meant(word: unknown, choices: readonly string[]): { readonly fix?: string } {
  const near = typeof word === "string" ? nearest(word, choices) : undefined;
  return near === undefined ? {} : { fix: `did you mean ${near}?` };
}

function timeZones(): readonly string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone")];
}
