import { isJsonObject, type JsonValue } from "../base/json.ts";

/** What is still to be written, last first: text that is final, or a value. */
type Rest = (string | { readonly value: JsonValue | undefined })[];

/**
 * JSON with the keys of every object in order, so that equal values have equal texts. It keeps a list instead of
 * calling itself: a hostile record may be nested deeper than the stack.
 */
export function canonicalJson(value: JsonValue): string {
  let text = "";
  const rest: Rest = [{ value }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === "string") text += next;
    else if (Array.isArray(next.value)) openArray(next.value, rest);
    else if (isJsonObject(next.value)) openObject(next.value, rest);
    else text += JSON.stringify(next.value ?? null);
  }
  return text;
}

function openArray(array: readonly JsonValue[], rest: Rest): void {
  rest.push("]");
  for (let index = array.length - 1; index >= 0; index--)
    rest.push({ value: array[index] }, index > 0 ? "," : "");
  rest.push("[");
}

function openObject(object: { readonly [key: string]: JsonValue | undefined }, rest: Rest): void {
  const keys = Object.keys(object).toSorted();
  rest.push("}");
  for (let index = keys.length - 1; index >= 0; index--) {
    const key = keys[index] as string;
    rest.push({ value: object[key] }, `${index > 0 ? "," : ""}${JSON.stringify(key)}:`);
  }
  rest.push("{");
}
