import { type Document, isMap, isNode, LineCounter, type Node, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { CaracalError } from "../base/caracal-error.ts";
import type { Issue } from "../base/issue.ts";
import { describeIssue } from "./describe-issue.ts";
import { type LogSchema, logSchema, type Overlay, overlaySchema } from "./log-schema.ts";

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
  const broken = [...syntaxIssues(document), ...aliasIssues(document)];
  if (broken.length > 0) throw refusal(broken, lines, source);
  const value: unknown = document.toJS();
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refusal(
    parsed.error.issues.flatMap((issue) => locate(issue, document, value)),
    lines,
    source,
  );
}

/** A problem and where in the text it is. */
type Located = Pick<Issue, "code" | "message" | "fix"> & { readonly offset: number };

function refusal(problems: readonly Located[], lines: LineCounter, source: string): CaracalError {
  const inOrder = problems.toSorted((a, b) => a.offset - b.offset);
  return new CaracalError(
    inOrder.map(({ offset, ...issue }) => {
      const { line, col } = lines.linePos(offset);
      return { ...issue, source, line: Math.max(line, 1), column: Math.max(col, 1) };
    }),
  );
}

function locate(issue: z.core.$ZodIssue, document: Document, value: unknown): Located[] {
  if (issue.code !== "unrecognized_keys")
    return [{ ...describeIssue(issue, value), offset: offsetOf(document, issue.path) }];
  return issue.keys.map((key) => ({
    ...describeIssue({ ...issue, keys: [key] }, value),
    offset: offsetOfKey(document, issue.path, key),
  }));
}

function syntaxIssues(document: Document): Located[] {
  const tooDeep = document.errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  if (tooDeep)
    return [{ code: "SCHEMA_INVALID", message: "nested too deeply to read", offset: tooDeep.pos[0] }];
  return document.errors.map(({ message, pos }) => ({
    code: "SCHEMA_INVALID",
    message: `not YAML: ${message}`,
    offset: pos[0],
  }));
}

/** An alias can stand for itself, or for more text than memory holds; no schema needs one. */
function aliasIssues(document: Document): Located[] {
  const found: Located[] = [];
  visit(document, {
    Alias(_, { source, range }) {
      found.push({
        code: "SCHEMA_UNSUPPORTED",
        message: `the alias *${source} is not supported`,
        fix: "write out what it stands for",
        offset: range?.[0] ?? 0,
      });
    },
  });
  return found;
}

type Path = readonly PropertyKey[];

/** Where the innermost node of a path begins that the document has. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = nodeAt(document, path.slice(0, length));
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function offsetOfKey(document: Document, path: Path, key: string): number {
  const map = nodeAt(document, path);
  const pair = isMap(map)
    ? map.items.find((item) => isNode(item.key) && String(item.key) === key)
    : undefined;
  return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}

function nodeAt(document: Document, path: Path): Node | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node : undefined;
}
