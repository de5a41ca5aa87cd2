import { globSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

/** The rooms below each room: what its files may import beside their own. */
const ROOMS: Record<string, readonly string[]> = {
  base: [],
  schema: ["base"],
  event: ["schema", "base"],
  rule: ["event", "base"],
  text: ["base"],
  bedrock: ["rule", "event", "text", "base"],
  cloudtrail: ["bedrock", "rule", "event", "base"],
  state: ["base"],
  engine: ["rule", "event", "state", "base"],
  sources: ["event", "base"],
  bundle: ["rule", "schema", "base"],
  config: ["rule", "schema", "base"],
  score: ["base"],
  report: ["engine", "rule", "score", "base"],
  simulate: ["event", "bedrock", "base"],
  lint: ["rule", "event", "schema", "base"],
  testing: ["engine", "lint", "state", "schema", "rule", "event", "base"],
};

/** Rooms that run anywhere: no file, no clock, nothing of Node.js. */
const PURE = [
  "base",
  "schema",
  "rule",
  "config",
  "text",
  "bedrock",
  "cloudtrail",
  "engine",
  "score",
  "report",
  "simulate",
];

/** One thing of a room that another may know without knowing the room. */
const PORTS = [{ from: "engine", to: "sdk/state/store.ts" }];

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = globSync("{sdk,rules}/**/*.ts").map((file) => file.replaceAll("\\", "/"));
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8").replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "");
  const found = text.matchAll(/(?:\bfrom|^import|\bimport\()\s*"([^"]+)"/gm);
  return [...found].map(([, name = ""]) => ({
    file,
    target: name.startsWith(".") ? join(dirname(file), name) : name,
  }));
}

function roomOf(path: string): string | undefined {
  return /^sdk\/([^/]+)\//.exec(path)?.[1];
}

function isBuiltIn(name: string): boolean {
  return name.startsWith("node:") || builtinModules.includes(name);
}

test("every folder of sdk/ is a room that this test knows", () => {
  const rooms = new Set(files.flatMap((file) => roomOf(file) ?? []));
  expect([...rooms].toSorted()).toEqual([...Object.keys(ROOMS), "cli"].toSorted());
});

test("imports point down only, and siblings do not import each other, so each room can be read alone", () => {
  const wrong = imports.filter(({ file, target }) => {
    const [from, to] = [roomOf(file), roomOf(target)];
    if (from === undefined || to === undefined || from === to || from === "cli") return false;
    return ROOMS[from]?.includes(to) !== true;
  });
  expect(wrong).toEqual([]);
});

test("the engine knows the port of the state, and none of its stores", () => {
  const wrong = imports.filter(({ file, target }) => {
    return roomOf(file) === "engine" && roomOf(target) === "state" && !PORTS.some(({ to }) => to === target);
  });
  expect(wrong).toEqual([]);
});

describe("what runs anywhere reaches nothing of Node.js, not even through others", () => {
  test.each(PURE)("%s", (room) => {
    const reached = new Set(files.filter((file) => roomOf(file) === room));
    for (const file of reached) {
      for (const { target } of imports.filter((one) => one.file === file))
        if (files.includes(target)) reached.add(target);
    }
    expect(imports.filter(({ file, target }) => reached.has(file) && isBuiltIn(target))).toEqual([]);
  });
});

test("the engine reads no clock and throws no dice: the same history gives the same alerts", () => {
  const wrong = files.filter((file) => {
    return (
      roomOf(file) === "engine" &&
      /Date\.now|new Date\(\)|performance\.now|Math\.random|process\.[a-z]/.test(readFileSync(file, "utf8"))
    );
  });
  expect(wrong).toEqual([]);
});

test("rules import only public names, as any project's rules would, and their cases caracal/testing", () => {
  const allowed =
    /^(caracal(\/(bedrock|cloudtrail|text|packs\/[a-z-]+(\/cases)?))?|zod|lodash\/.+|date-fns\/.+)$/;
  const wrong = imports.filter(({ file, target }) => {
    if (target === "caracal/testing" && file.endsWith(".cases.ts")) return false;
    return file.startsWith("rules/") && !allowed.test(target) && dirname(target) !== dirname(file);
  });
  expect(wrong).toEqual([]);
});

test("only commands write to the console or end the process", () => {
  const wrong = files.filter((file) => {
    return (
      !file.startsWith("sdk/cli/") &&
      /\bconsole\.[a-z]+\(|\bprocess\.exit/.test(readFileSync(file, "utf8").replace(/^\s*\*.*$/gm, ""))
    );
  });
  expect(wrong).toEqual([]);
});
