import type { Validation, ValueSchema } from "./field-schema.ts";
import type { GeneratedCode, Path } from "./generated-code.ts";
import { type Call, quoted } from "./source-text.ts";

/** A value's place in a schema. */
export interface Place {
  /** The key that leads to it: a field's name, `[]` for an array's elements. */
  readonly key: string;
  /** What the names of its function, type and constants are made from. */
  readonly name: string;
  /** Its TypeScript type. */
  readonly type: string;
  /** Paths in it that transformations of objects around it read from. */
  readonly alsoRead?: readonly Path[];
}

/**
 * The call that reads a value.
 *
 * @param from the expression that finds it
 * @param isFilled whether an array that ends up empty counts as absent
 */
export function readCall(
  schema: ValueSchema,
  from: string,
  place: Place,
  code: GeneratedCode,
  isFilled = false,
): Call {
  const key = quoted(place.key);
  const { value } = code.resolve(schema);
  const isEmbedded = "isEmbeddedJSON" in value && value.isEmbeddedJSON;
  const found = isEmbedded ? `to.embedded(${from}, ${key})` : from;
  const read = (method: string, ...more: string[]): Call => ({
    callee: `to.${method}`,
    args: [found, key, ...more],
  });
  switch (value.type) {
    case "object":
      return read("object", code.decoderOf(schema, place.name, place.type, place.alsoRead));
    case "array": {
      const element = { key: "[]", name: `${place.name}Element`, type: `NonNullable<${place.type}[number]>` };
      const parameter = elementOf(from);
      const body = readCall(value.element, parameter, element, code);
      return { ...read(isFilled ? "filledArray" : "array"), each: { parameter, body } };
    }
    case "timestamp":
      return read("timestamp", code.constant("Time", "timeFormats(", value.timeFormats.map(quoted), ")"));
    case "int":
    case "smallint":
    case "bigint":
      return read("integer", quoted(value.type));
    case "json":
      return { callee: "to.json", args: [found] };
    case "string":
      return checksOf(value.validate).reduce<Call>(
        (text, [before, items, after]) => ({
          callee: "to.valid",
          args: [inline(text), key, code.constant(place.name, before, items, after)],
        }),
        read("string"),
      );
    default:
      return read(value.type);
  }
}

type Check = [before: string, items: readonly string[], after: string];

/** The checks that `validate` asks for, as calls. Where texts are allowed, those that are denied have no effect. */
function checksOf({ allow, deny, ip, cidr }: Validation = {}): Check[] {
  const checks: Check[] = [];
  if (ip !== undefined) checks.push(["ip(", [quoted(ip)], ")"]);
  if (cidr !== undefined) checks.push(["cidr(", [quoted(cidr)], ")"]);
  if (allow !== undefined) checks.push(["oneOf([", allow.map(quoted), "])"]);
  else if (deny !== undefined) checks.push(["noneOf([", deny.map(quoted), "])"]);
  return checks;
}

/** What an element of an array is called: `element`, and one of an array in it `elementElement`. */
export function elementOf(array: string): string {
  return array.startsWith("element") ? `${array}Element` : "element";
}

function inline({ callee, args }: Call): string {
  return `${callee}(${args.join(", ")})`;
}
