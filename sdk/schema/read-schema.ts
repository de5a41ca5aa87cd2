import { isNode, LineCounter, type Document, parseDocument } from "yaml";
import type { z } from "zod";
import { CaracalError } from "../base/caracal-error.ts";
import type { Issue } from "../base/issue.ts";
import { type LogSchema, logSchema, type Overlay, overlaySchema } from "./log-schema.ts";

/** Parts of Panther's schema language that Caracal knows of but does not yet read. */
const UNSUPPORTED = new Set(
  "validate isEmbeddedJSON isExpiration timeFormat target rename copy concat split mask parser definitions fieldDiscoveryEnabled".split(
    " ",
  ),
);

/**
 * Reads a log schema in Panther's YAML.
 *
 * @param source the file's name, for messages
 * @throws CaracalError with every problem of the file, each with line and column
 */
export function readSchema(text: string, source: string): LogSchema {
  return readYaml(text, source, logSchema);
}

/** Reads an overlay: what a `NAME.overlay.yml` adds to `NAME.yml`. Throws as {@link readSchema} does. */
export function readOverlay(text: string, source: string): Overlay {
  return readYaml(text, source, overlaySchema);
}

function readYaml<T>(text: string, source: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors.map(({ message, pos }): Issue => {
    const { line, col } = lines.linePos(pos[0]);
    return { code: "SCHEMA_INVALID", source, line, column: col, message };
  });
  if (broken.length > 0) throw new CaracalError(broken);
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (parsed.success) return parsed.data;
  throw new CaracalError(
    parsed.error.issues.map((issue) => ({ source, ...placeOf(document, issue, lines), ...describe(issue) })),
  );
}

function describe(issue: z.core.$ZodIssue): Pick<Issue, "code" | "message" | "fix"> {
  const at = issue.path.length === 0 ? "the schema" : issue.path.join(".");
  if (issue.code !== "unrecognized_keys")
    return { code: "SCHEMA_INVALID", message: `${at}: ${issue.message}` };
  const unsupported = issue.keys.filter((key) => UNSUPPORTED.has(key));
  if (unsupported.length === 0) {
    return {
      code: "SCHEMA_INVALID",
      message: `${at} has no key ${issue.keys.join(", ")}`,
      fix: "remove it, or correct its spelling",
    };
  }
  return {
    code: "SCHEMA_UNSUPPORTED",
    message: `${at} uses ${unsupported.join(", ")}, which is not supported yet`,
  };
}

/** The position of the innermost node of an issue's path that the document has. */
function placeOf(
  document: Document,
  issue: z.core.$ZodIssue,
  lines: LineCounter,
): Pick<Issue, "line" | "column"> {
  const paths = [...issue.path.keys(), issue.path.length]
    .map((length) => issue.path.slice(0, length))
    .reverse();
  for (const path of issue.code === "unrecognized_keys"
    ? [[...issue.path, issue.keys[0]], ...paths]
    : paths) {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col };
  }
  return {};
}
