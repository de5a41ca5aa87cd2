import { SourceMap } from "node:module";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { insertInto } from "../../../../sdk/testing/explain/insert-into.ts";

test("texts are put in where they belong, in their order", () => {
  const { code } = insertInto(
    "a && b",
    [
      { offset: 5, insert: "see(" },
      { offset: 0, insert: "(" },
      { offset: 0, insert: "[" },
      { offset: 6, insert: ")])" },
    ],
    "x.ts",
  );
  expect(code).toBe("([a && see(b)])");
});

test("the source map leads from each word to where it was, on the same line", () => {
  const word = fc.stringMatching(/^[a-z]{1,4}$/);
  const text = fc.array(fc.oneof(word, fc.constantFrom(" ", "\n", "\r\n", ".", "(", "é", "🦊")), {
    maxLength: 40,
  });
  const insertions = fc.array(
    fc.record({ offset: fc.nat(60), insert: fc.constantFrom("X", "LONG(1,", ")") }),
  );
  fc.assert(
    fc.property(text, insertions, (tokens, wanted) => {
      const source = tokens.join("");
      const starts = startsOf(tokens);
      const inserted = wanted.map((one) => ({ ...one, offset: starts[one.offset % starts.length] ?? 0 }));
      const { code, map } = insertInto(source, inserted, "x.ts");
      const found = new SourceMap({ ...map, file: "x.ts", sourceRoot: "" });
      const [before, after] = [source.split("\n"), code.split("\n")];
      expect(after.length).toBe(before.length);
      for (const [line, now] of after.entries()) {
        for (const { 0: token, index } of now.matchAll(/[a-z]+|[.(é]/g)) {
          if (token === "(" && now.slice(0, index).endsWith("LONG")) continue;
          const entry = found.findEntry(line, index) as { originalLine: number; originalColumn: number };
          expect(entry.originalLine).toBe(line);
          expect(before[line]?.slice(entry.originalColumn).startsWith(token[0] ?? "")).toBe(true);
        }
      }
    }),
  );
});

/** Where each token begins, and the end. */
function startsOf(tokens: readonly string[]): number[] {
  const starts = [0];
  for (const token of tokens) starts.push((starts.at(-1) ?? 0) + token.length);
  return starts;
}
