import { expect, test } from "vitest";
import { isJsonObject } from "../../../sdk/base/json.ts";

test.each([
  [{}, true],
  [Object.create(null), true],
  [[], false],
  [null, false],
  [undefined, false],
  ["{}", false],
  [1, false],
])("%j is a JSON object: %s", (value, is) => {
  expect(isJsonObject(value)).toBe(is);
});
