import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import omit from "lodash/omit.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { formatIssue } from "../../../sdk/base/issue.ts";
import type { JsonObject } from "../../../sdk/base/json.ts";
import { lineDecoders } from "../../../sdk/event/line-decoder.ts";
import type { LogType } from "../../../sdk/event/log-type.ts";
import { type Decoded, recordDecoder } from "../../../sdk/event/record-decoder.ts";
import { generateLogType } from "../../../sdk/schema/generate-log-type.ts";
import { joinOverlay } from "../../../sdk/schema/join-overlay.ts";
import { inspectOverlay, inspectSchema } from "../../../sdk/schema/read-schema.ts";

const CORPUS = join(import.meta.dirname, "corpus");
const RUNTIME = join(import.meta.dirname, "../../../sdk/event/index.ts");

/** What becomes of a record, or of a line of text. */
interface Case {
  readonly record?: JsonObject;
  readonly text?: string;
  /** The event's fields, with its indicators, times as text. */
  readonly event?: object;
  readonly issues?: readonly string[];
  readonly unknown?: readonly string[];
  /** Why it makes no event. */
  readonly reject?: string;
  /** A line that holds no record. */
  readonly skipped?: true;
}

/** A schema of the corpus: what it covers, what is told of it, and what becomes of records. */
const FILES = readdirSync(CORPUS).filter((name) => !name.endsWith(".overlay.yml"));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "caracal-corpus-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A file of the corpus without the cases behind it; `undefined` where there is no such file. */
function textOf(name: string): string | undefined {
  const path = join(CORPUS, name);
  return existsSync(path) ? readFileSync(path, "utf8").split(/^---$/m)[0] : undefined;
}

function casesOf(name: string): readonly Case[] {
  const [, cases = "[]"] = readFileSync(join(CORPUS, name), "utf8").split(/^---$/m);
  return parse(cases) as Case[];
}

/** Reads a schema and the overlay beside it, as the command line does. */
function inspect(name: string) {
  const more = textOf(overlayOf(name));
  const overlay = more === undefined ? undefined : inspectOverlay(more, overlayOf(name));
  const own = inspectSchema(textOf(name) ?? "", name, overlay);
  const issues = [...own.issues, ...(overlay?.issues ?? [])];
  if (own.value === undefined || overlay?.draft === undefined) return { issues, schema: own.value };
  const { joined, findings } = joinOverlay(own.value, overlay.draft);
  return { issues: [...issues, ...overlay.file.locate(findings)], schema: joined, overlay: overlay.draft };
}

function overlayOf(name: string): string {
  return name.replace(/\.yml$/, ".overlay.yml");
}

function expectationsIn(name: string): string[] {
  const text = textOf(name) ?? "";
  return [...text.matchAll(/^# expect: (.*)$/gm)].map(
    ([, expected]) => `${name}:${expected?.replace(" ", ": ")}`,
  );
}

async function logTypeOf(name: string): Promise<LogType> {
  const { schema, overlay } = inspect(name);
  if (schema === undefined) throw new Error(`${name} has cases, but is no schema`);
  const path = join(folder, name.replace(/\.yml$/, ".ts"));
  writeFileSync(path, generateLogType(schema, overlay, { from: [name], runtime: RUNTIME }));
  const module = (await import(pathToFileURL(path).href)) as { readonly customDoor: LogType };
  return module.customDoor;
}

/** What became of a record or a line, in the words of a case. */
function toldOf(
  line: "skipped" | { readonly decoded: Decoded },
  expected: Case,
): Omit<Case, "record" | "text"> {
  if (line === "skipped") return { skipped: true };
  const { decoded } = line;
  if (decoded.event === undefined) return { reject: decoded.message };
  const { p_field_issues: issues = [], ...event } = decoded.event;
  const isTimed = expected.event !== undefined && "p_event_time" in expected.event;
  const standard = ["p_log_type", "p_row_id", "p_parse_time", ...(isTimed ? [] : ["p_event_time"])];
  return {
    event: JSON.parse(JSON.stringify(omit(event, standard))) as object,
    ...(issues.length > 0 && {
      issues: issues.map((issue) => `${issue.path} should be ${issue.expected}, but is ${issue.found}`),
    }),
    ...(decoded.unknown.size > 0 && { unknown: [...decoded.unknown.keys()] }),
  };
}

test.each(FILES)("%s is told what it expects, and nothing else", (name) => {
  const expected = [name, overlayOf(name)].flatMap(expectationsIn);
  expect(inspect(name).issues.map(formatIssue)).toEqual(expected);
  expect(textOf(name)).toMatch(/^# covers: ./);
  expect(expected.length + casesOf(name).length).toBeGreaterThan(0);
});

test.each(FILES.filter((name) => casesOf(name).length > 0))(
  "%s reads its cases as they say",
  async (name) => {
    const logType = await logTypeOf(name);
    const options = { logTypes: [logType], digest: () => "", clock: () => new Date(0) };
    const decode = recordDecoder(options);
    const decodeLine = lineDecoders(options)?.();
    for (const { record, text, ...expected } of casesOf(name)) {
      const isLine = text !== undefined && decodeLine !== undefined;
      const line = isLine ? decodeLine(text) : { decoded: decode(record ?? {}) };
      expect({ record, text, ...toldOf(line, expected) }).toEqual({ record, text, ...expected });
      if (line !== "skipped" && line.decoded.event !== undefined)
        expect(logType.schema().safeParse(line.decoded.event).error).toBeUndefined();
    }
  },
);
