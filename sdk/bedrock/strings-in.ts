import { isJsonObject, type JsonValue } from "../event/index.ts";

/**
 * Every text in a JSON value, in order, without the names of fields. It keeps a list instead of calling itself: a
 * hostile value may be nested deeper than the stack.
 *
 * @example
 * stringsIn({ path: "/tmp", lines: ["a", "b", 3] }); // ["/tmp", "a", "b"]
 */
export function stringsIn(value: JsonValue | undefined): string[] {
  const strings: string[] = [];
  const rest = [value];
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next === "string") strings.push(next);
    else if (Array.isArray(next)) pushReversed(rest, next);
    else if (isJsonObject(next)) pushReversed(rest, Object.values(next));
  }
  return strings;
}

function pushReversed(rest: (JsonValue | undefined)[], values: readonly (JsonValue | undefined)[]): void {
  for (let index = values.length - 1; index >= 0; index--) rest.push(values[index]);
}
