import { createHash } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import { displayNameOf } from "../rule/display-name-of.ts";
import { logTypesOf } from "../rule/check-correlations.ts";
import type { Detection } from "../rule/step.ts";
import type { BundledSource } from "./bundle-source.ts";
import { BUNDLE_FORMAT, type Manifest } from "./manifest.ts";
import { ruleHash } from "./rule-hash.ts";

export interface BundleFacts {
  readonly name: string;
  readonly version: string;
  /** The version of Caracal that builds it. */
  readonly sdk: string;
  readonly source: BundledSource;
  /** The rules that the source exports. */
  readonly rules: readonly Detection[];
}

/** Zip knows no time zone: this is its earliest date, in local time as the library wants it. */
const NO_TIME = new Date(1980, 0, 1);

/** A bundle as the bytes of a zip: the same for the same source, on any machine and on any day. */
export function buildBundle(facts: BundleFacts): Uint8Array {
  const files = { "rules.mjs": facts.source.code, "rules.mjs.map": facts.source.map };
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    name: facts.name,
    version: facts.version,
    sdk: `^${facts.sdk}`,
    rules: facts.rules.map(describeRule).toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, sha256(text)])),
  };
  const entries = { "manifest.json": `${JSON.stringify(manifest, null, 2)}\n`, ...files };
  const bytes = Object.entries(entries).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes), { mtime: NO_TIME, level: 9 });
}

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What a manifest says of a rule. */
export function describeRule(rule: Detection): Manifest["rules"][number] {
  return {
    id: rule.id,
    displayName: displayNameOf(rule),
    enabled: rule.enabled ?? true,
    logTypes: [...logTypesOf(rule)],
    severity: typeof rule.severity === "function" ? rule.defaultSeverity : rule.severity,
    tags: [...(rule.tags ?? [])],
    reports: Object.fromEntries(
      Object.entries(rule.reports ?? {}).map(([framework, ids]) => [framework, [...ids]]),
    ),
    dedupPeriod: rule.dedupPeriod ?? "1h",
    createAlert: rule.createAlert ?? true,
    hash: ruleHash(rule),
  };
}
