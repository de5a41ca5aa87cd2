import { join } from "node:path";
import { expect, test } from "vitest";
import { codeFrame } from "../../../sdk/cli/code-frame.ts";
import { plain } from "../../../sdk/report/paint.ts";
import { folderWith } from "./caracal.ts";

test("a frame shows the lines around a place and marks it; without lines to show there is none", async () => {
  const folder = await folderWith({
    "rule.ts": `${Array.from({ length: 10 }, (_, at) => `\tline ${at + 1}`).join("\r\n")}\n`,
    "long.ts": "x".repeat(10_000),
  });
  const frame = (line: number, column: number, file = "rule.ts") =>
    codeFrame({ file: join(folder, file), line, column }, plain);
  expect(frame(9, 3)).toEqual([
    " 7 | \tline 7",
    " 8 | \tline 8",
    " 9 | \tline 9",
    "   | \t ^",
    "10 | \tline 10",
    "11 |",
  ]);
  expect(frame(1, 1)).toEqual(["1 | \tline 1", "  | ^", "2 | \tline 2", "3 | \tline 3"]);
  expect(frame(2, 80)).toEqual(["1 | \tline 1", "2 | \tline 2", "3 | \tline 3", "4 | \tline 4"]);
  expect([frame(40, 1), frame(1, 5, "long.ts"), frame(1, 1, "none.ts")]).toEqual([[], [], []]);
});
