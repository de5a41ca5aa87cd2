import { type Document, isMap, isNode, LineCounter, type Node, parseDocument, visit } from "yaml";
import type { Issue } from "../base/issue.ts";
import type { Finding } from "./finding.ts";
import type { Path } from "./raw-schema.ts";

/** A YAML file, and where in it things are. */
export interface YamlFile {
  /** What it says; not to be looked at when there are issues. */
  readonly value: unknown;
  /** What makes it no YAML that can be read. */
  readonly issues: readonly Issue[];
  /** Findings with their places, in the file's order. */
  readonly locate: (findings: readonly Finding[]) => Issue[];
}

/** The most mappings, pairs and lists within each other: some hundred objects. */
const DEEPEST = 400;

/**
 * Parses a YAML file.
 *
 * @param source its name, for messages
 */
export function yamlFile(text: string, source: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const inOrder = (problems: readonly Located[]): Issue[] =>
    problems
      .toSorted((a, b) => a.offset - b.offset)
      .map(({ offset, ...issue }) => {
        const { line, col } = lines.linePos(offset);
        return { ...issue, source, line: Math.max(line, 1), column: Math.max(col, 1) };
      });
  const issues = inOrder([...syntaxIssues(document), ...nodeIssues(document)]);
  return {
    value: issues.length > 0 ? undefined : (document.toJS() as unknown),
    issues,
    locate: (findings) => inOrder(findings.map((finding) => located(finding, document))),
  };
}

/** A problem and where in the text it is. */
type Located = Pick<Issue, "code" | "message" | "fix"> & { readonly offset: number };

function located({ path, key, ...issue }: Finding, document: Document): Located {
  const place = path.length === 0 ? "" : `${path.join(".")}: `;
  const offset = key === undefined ? offsetOf(document, path) : offsetOfKey(document, path, key);
  return { ...issue, message: `${place}${issue.message}`, offset };
}

function syntaxIssues(document: Document): Located[] {
  const tooDeep = document.errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  if (tooDeep) return [tooDeepAt(tooDeep.pos[0])];
  return document.errors.map(({ message, pos }) => ({
    code: "SCHEMA_INVALID",
    message: `not YAML: ${message}`,
    offset: pos[0],
  }));
}

/** An alias can stand for itself, or for more text than memory holds; no schema needs one. */
function nodeIssues(document: Document): Located[] {
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
    Collection(_, { range }, { length }) {
      if (length < DEEPEST) return undefined;
      found.push(tooDeepAt(range?.[0] ?? 0));
      return visit.SKIP;
    },
  });
  return found;
}

function tooDeepAt(offset: number): Located {
  return { code: "SCHEMA_INVALID", message: "nested too deeply to read", offset };
}

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
