import { type Document, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { Issue } from "../base/issue.ts";
import type { Finding } from "./finding.ts";
import { offsetOf } from "./yaml-offset.ts";

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

/** What YAML does not allow, and every binary file soon holds: control characters that are no blanks. */
const BINARY = /[^\P{Cc}\s\x7f-\x9f]/u;

/**
 * Parses a YAML file.
 *
 * @param content what is in it; a byte order mark does not count
 * @param source its name, for messages
 */
export function yamlFile(content: string, source: string): YamlFile {
  if (BINARY.test(content)) {
    const message = "the file is no text in UTF-8";
    const fix = "write a schema in YAML, as text";
    return { value: undefined, issues: [{ code: "SCHEMA_INVALID", source, message, fix }], locate: () => [] };
  }
  const text = content.replace(/^\uFEFF/, "");
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

function located(finding: Finding, document: Document): Located {
  const { path, key: _, message, ...issue } = finding;
  const place = path.length === 0 ? "" : `${path.join(".")}: `;
  return { ...issue, message: `${place}${message}`, offset: offsetOf(finding, document) };
}

function syntaxIssues(document: Document): Located[] {
  const tooDeep = document.errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  if (tooDeep) return [tooDeepAt(tooDeep.pos[0])];
  return document.errors.map(({ code, message, pos: [offset] }) =>
    code === "MULTIPLE_DOCS"
      ? {
          code: "SCHEMA_INVALID",
          message: "a second document begins here",
          fix: "write a file for each",
          offset,
        }
      : { code: "SCHEMA_INVALID", message: `not YAML: ${message}`, offset },
  );
}

/**
 * What no schema needs, and what is not to be trusted: an alias can stand for itself, or for more text than memory
 * holds, and the key `__proto__` would be left out without a word.
 */
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
    Pair(_, { key }) {
      if (!isScalar(key) || key.value !== "__proto__") return;
      found.push({
        code: "SCHEMA_UNSUPPORTED",
        message: "the key __proto__ is not supported",
        fix: "choose another name",
        offset: key.range?.[0] ?? 0,
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
