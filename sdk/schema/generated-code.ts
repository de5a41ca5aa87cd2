import type { FieldSchema, ValueSchema } from "./field-schema.ts";
import type { LogSchema } from "./log-schema.ts";
import { list, nameScope, quoted } from "./source-text.ts";
import { typeName } from "./type-name.ts";

/** A value that is no ref. */
export type Resolved = Exclude<ValueSchema, { readonly type: "ref" }>;

/** The keys that lead from an object to a value. */
export type Path = readonly string[];

/** An object of a schema whose decoder is to be written: `decodeNAME`, which returns an `OwnNAME`. */
export interface ObjectToDecode {
  readonly fields: readonly FieldSchema[];
  readonly name: string;
  /** The TypeScript type that `OwnNAME` stands for. */
  readonly type: string;
  /** Paths in it that transformations of objects around it read from. */
  readonly alsoRead: readonly Path[];
}

/** The decoder of a log type as far as it is written. */
export class GeneratedCode {
  /** Constants, types and functions. */
  readonly blocks: string[] = [];
  /** Every object that some code decodes. Writing one may add others. */
  readonly objects: ObjectToDecode[];
  readonly #schema: LogSchema;
  readonly #names = new Map<ValueSchema, string>();
  readonly #constants = new Map<string, string>();
  readonly #uniqueName = nameScope();
  readonly #uniqueConstant = nameScope();

  constructor(schema: LogSchema) {
    this.#schema = schema;
    this.#uniqueName("Fields"); // the imported OwnFields
    this.#uniqueConstant("Scanners"); // the imported SCANNERS
    this.objects = [
      {
        fields: schema.fields,
        name: "",
        type: `OwnFields<LogTypes[${quoted(schema.schema)}]>`,
        alsoRead: [],
      },
    ];
  }

  /** What a value is, behind its refs, and the name of the definition that says so. */
  resolve(value: ValueSchema): { readonly value: Resolved; readonly definition?: string } {
    return resolve(value, this.#schema);
  }

  /** The name of an object's decoder. The object of a definition has one for all that refer to it. */
  decoderOf(schema: ValueSchema, name: string, type: string, alsoRead: readonly Path[] = []): string {
    const { value, definition } = this.resolve(schema);
    if (value.type !== "object") throw new TypeError(`a ${value.type} needs no decoder`);
    const known = this.#names.get(value);
    if (known !== undefined) return `decode${known}`;
    const unique = this.#uniqueName(definition ?? name);
    this.#names.set(value, unique);
    this.objects.push({
      fields: value.fields,
      name: unique,
      type: definition === undefined ? type : definitionType(this.#schema, definition),
      // One decoder serves all that refer to a definition.
      alsoRead: definition === undefined ? alsoRead : [],
    });
    return `decode${unique}`;
  }

  /** The name of a constant that holds `before`, the items and `after`; equal ones share it. */
  constant(name: string, before: string, items: readonly string[], after: string): string {
    const expression = `${before}${items.join(", ")}${after}`;
    const known = this.#constants.get(expression);
    if (known !== undefined) return known;
    const constant = screaming(this.#uniqueConstant(name));
    this.#constants.set(expression, constant);
    this.blocks.push(list(`const ${constant} = ${before}`, items, `${after};\n`));
    return constant;
  }
}

/** What a value is, behind its refs, and the name of the last definition on the way. */
function resolve(
  value: ValueSchema,
  schema: Pick<LogSchema, "definitions">,
): { readonly value: Resolved; readonly definition?: string } {
  if (value.type !== "ref") return { value };
  const target = schema.definitions[value.target];
  if (target === undefined) throw new Error(`there is no definition ${value.target}`);
  return { definition: value.target, ...resolve(target, schema) };
}

/** The TypeScript type of a definition: `AwsCloudTrailSessionContext`. */
export function definitionType({ schema }: Pick<LogSchema, "schema">, definition: string): string {
  return `${typeName(schema)}${definition}`;
}

/** `SessionContextKeys` is `SESSION_CONTEXT_KEYS`, and `2ndKeys` is `FIELD_2ND_KEYS`: no name begins with a digit. */
function screaming(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toUpperCase()
    .replace(/^(?=\d)/, "FIELD_");
}
