import type { JsonObject } from "../base/json.ts";
import type { CsvSchema } from "../schema/parser-schema.ts";

/** Texts cut out of a line; a field without one is absent. */
export type Values = readonly (string | null | undefined)[];

/** Makes a record from names and the values at the same places. What has the empty name is forgotten. */
export type RecordMaker = (names: readonly string[], values: Values) => JsonObject;

type Fields = Record<string, string>;

/**
 * A {@link RecordMaker} that trims, empties and expands as a schema says. Expanded fields are made of the line's own
 * values, and go before one of the same name.
 *
 * @example
 * recordMaker({ emptyValues: ["-"], trimSpace: true, expandFields: { who: "%{user}@%{host}" } })(
 *   ["user", "host", "code"],
 *   [" amy", "door-1", "-"],
 * ); // { user: "amy", host: "door-1", who: "amy@door-1" }
 */
export function recordMaker({
  emptyValues,
  trimSpace,
  expandFields,
}: Pick<CsvSchema, "emptyValues" | "trimSpace" | "expandFields">): RecordMaker {
  const empty = new Set(emptyValues);
  const templates = Object.entries(expandFields).map(([name, text]) => ({ name, expand: template(text) }));
  return (names, values) => {
    const record: Fields = {};
    for (const [index, name] of names.entries()) {
      const value = trimSpace ? values[index]?.trim() : values[index];
      if (name !== "" && typeof value === "string" && !empty.has(value)) put(record, name, value);
    }
    const expanded = templates.map(({ expand }) => expand(record));
    for (const [index, { name }] of templates.entries()) put(record, name, expanded[index] ?? "");
    return record;
  };
}

/** What a text is with a record's values in place of `%{field}`; a field that is absent is empty text. */
function template(text: string): (record: Fields) => string {
  const parts = text.split(/%\{([^{}]*)\}/);
  return (record) => parts.map((part, index) => (index % 2 === 0 ? part : valueIn(record, part))).join("");
}

function valueIn(record: Fields, name: string): string {
  return (Object.hasOwn(record, name) ? record[name] : undefined) ?? "";
}

function put(record: Fields, name: string, value: string): void {
  // Assigned, this key would set the object's prototype.
  if (name === "__proto__")
    Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
  else record[name] = value;
}
