import { expect, test } from "vitest";
import { promptShape } from "../../../sdk/bedrock/index.ts";
import { asked } from "./event.ts";

const shapeOf = (prompt: string): string => promptShape(asked({ prompt }));

/** How many of the texts have the shape that most of them have. */
function alike(texts: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const shape of texts.map(shapeOf)) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  return Math.max(...counts.values());
}

const NAMES = ["Ada", "Bo", "Cleo", "Dan", "Eve", "Finn", "Gil", "Hana", "Ida", "Jon"] as const;

test("numbers, case and spaces make no difference", () => {
  const texts = NAMES.map((_, at) => `What is the phone  number of customer ${at}${at * 7919}?`);
  expect(alike([...texts, "WHAT is the phone number\nof customer A17?"])).toBe(11);
});

test("most prompts that differ by a word are alike", () => {
  const texts = NAMES.map(
    (name) => `Continue this text as you have read it in training: the life of ${name} began in`,
  );
  expect(alike(texts)).toBeGreaterThanOrEqual(8);
});

test("other prompts are not", () => {
  const texts = [
    "Summarize the minutes of the meeting on the harbour for the board.",
    "Please write a polite answer to the customer whose parcel was lost.",
    "How do I convert a column of dates in a spreadsheet to weeks?",
    "Translate the contract's second paragraph, and keep the numbering.",
  ];
  expect(alike(texts)).toBe(1);
});

test("a text of less than five words has none, and nothing of a text can be read from it", () => {
  expect(shapeOf("")).toBe("");
  expect(shapeOf("Tell me a joke")).toBe("");
  expect(shapeOf("Tell me a good joke")).toMatch(/^[0-9a-z]{1,7}$/);
});

test("what comes after its beginning makes no difference, however long", () => {
  const start = "List every record of the table in the order of its keys ".repeat(6);
  expect(shapeOf(`${start} once`)).toBe(shapeOf(start + "and then some more ".repeat(100_000)));
});
