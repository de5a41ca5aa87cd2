import type { z } from "zod";
import { CaracalError } from "../base/caracal-error.ts";
import { type Issue, severityOf } from "../base/issue.ts";
import { checkOverlay, checkSchema } from "./check-schema.ts";
import { describeIssue } from "./describe-issue.ts";
import type { Finding } from "./finding.ts";
import { type LogSchema, logSchema, type Overlay, overlaySchema } from "./log-schema.ts";
import { mapping, type Raw } from "./raw-schema.ts";
import { type YamlFile, yamlFile } from "./yaml-file.ts";

/** A file that was read, however good it is. */
export interface Inspected<T> {
  /** What it says; absent when it breaks the language. */
  readonly value?: T;
  /** The same, good or not, as long as its shape is right: enough to look for more that is wrong. */
  readonly draft?: T;
  /** All that is wrong with it or doubtful, in the file's order, each with line and column. */
  readonly issues: readonly Issue[];
  readonly file: YamlFile;
}

/**
 * Reads a log schema in Panther's YAML.
 *
 * @param source the file's name, for messages
 * @throws CaracalError with every problem of the file, each with line and column
 */
export function readSchema(text: string, source: string): LogSchema {
  return accept(inspectSchema(text, source));
}

/** Reads an overlay: what a `NAME.overlay.yml` adds to `NAME.yml`. Throws as {@link readSchema} does. */
export function readOverlay(text: string, source: string): Overlay {
  return accept(inspectOverlay(text, source));
}

/**
 * Reads a log schema, and tells what is wrong with it, or doubtful.
 *
 * @param overlay its overlay, however good it is: it may use what would else be of no use
 * @example
 * inspectSchema("schema: Custom.Door\nfields: [{ name: id, type: strin }]", "door.yml").issues;
 * // [{ code: "SCHEMA_INVALID", source: "door.yml", line: 2, column: 28, fix: "did you mean string?", … }, …]
 */
export function inspectSchema(
  text: string,
  source: string,
  overlay?: Inspected<Overlay>,
): Inspected<LogSchema> {
  return inspect(yamlFile(text, source), logSchema, (raw) => checkSchema(raw, mapping(overlay?.file.value)));
}

/** Reads an overlay, and tells what is wrong with it, or doubtful, as far as can be told without its schema. */
export function inspectOverlay(text: string, source: string): Inspected<Overlay> {
  return inspect(yamlFile(text, source), overlaySchema, checkOverlay);
}

function inspect<T>(file: YamlFile, schema: z.ZodType<T>, check: (raw: Raw) => Finding[]): Inspected<T> {
  if (file.issues.length > 0) return { issues: file.issues, file };
  const findings = check(mapping(file.value));
  const { data, error } = schema.safeParse(file.value);
  for (const issue of error?.issues ?? []) findings.push(...describeIssue(issue, file.value));
  const issues = file.locate(findings);
  const isGood = data !== undefined && issues.every((issue) => severityOf(issue) === "warning");
  return { ...(isGood && { value: data }), ...(data !== undefined && { draft: data }), issues, file };
}

function accept<T>({ value, issues }: Inspected<T>): T {
  if (value !== undefined) return value;
  throw new CaracalError(issues.filter((issue) => severityOf(issue) === "error"));
}
