import omit from "lodash/omit.js";
import { jsonSchemaOf, type JsonSchema } from "../../../sdk/schema/json-schema.ts";
import { logSchema, overlaySchema } from "../../../sdk/schema/log-schema.ts";

const HEAD = `# Schema reference

Every key of a log schema. [Schemas](schemas.md) shows them at work. This page comes from the model in \`sdk/schema\`:
change that, then run \`node test/sdk/schema/build-model-files.ts\`.
`;

/** What every value may say beside the keys of its type. */
const OF_EVERY_VALUE = ["type", "description"];

/** The page that lists every key of the schema language with its type, default and meaning. */
export function schemaReference(): string {
  const log = jsonSchemaOf(logSchema);
  const { value = {}, field = {}, ...others } = log.definitions ?? {};
  const [text = {}] = value.oneOf ?? [];
  return [
    HEAD,
    section("## A schema", undefined, log),
    section("## An overlay", "`NAME.overlay.yml` beside `NAME.yml`.", jsonSchemaOf(overlaySchema)),
    section("## A field", "A name for a value: the keys of its type, and these.", {
      ...field.oneOf?.[0],
      properties: omit(field.oneOf?.[0]?.properties, Object.keys(text.properties ?? {})),
    }),
    section(
      "## A value",
      "What a field holds, an array's element, or a definition. Its type decides what else it has.",
      {
        properties: { description: text.properties?.description ?? {} },
      },
    ),
    ...variantsOf("### type: ", value),
    section("## parser", "Just one of these.", log.properties?.parser ?? {}),
    ...Object.entries(others).flatMap(([name, one]) => {
      if (one.oneOf !== undefined) return variantsOf(`## ${name}: `, one);
      return [section(`## ${name}`, one.items && `Any of ${typeOf(one.items)}.`, one)];
    }),
  ].join("\n");
}

/** A section for each type that a value can have. */
function variantsOf(heading: string, { oneOf = [] }: JsonSchema): string[] {
  return oneOf.map((one) => {
    const { type = {}, ...own } = one.properties ?? {};
    const names = [type.const, ...(type.enum ?? [])].filter((name) => name !== undefined);
    return section(`${heading}${names.map(shown).join(", ")}`, type.description, {
      ...one,
      properties: omit(own, OF_EVERY_VALUE),
    });
  });
}

function section(
  heading: string,
  text: string | undefined,
  { properties = {}, required = [] }: JsonSchema,
): string {
  const rows = Object.entries(properties).map(([key, schema]) => {
    const fallback = required.includes(key) ? "needed" : code(schema.default);
    return `| \`${key}\` | ${typeOf(schema)} | ${fallback} | ${schema.description ?? ""} |\n`;
  });
  const table =
    rows.length === 0 ? [] : [`| key | value | default | meaning |\n|---|---|---|---|\n${rows.join("")}`];
  return [`${heading}\n`, ...(text === undefined ? [] : [`${text}\n`]), ...table].join("\n");
}

/** What a key holds, in words. */
function typeOf(schema: JsonSchema): string {
  const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (ref !== undefined) return ref.replace(/^.*\//, "");
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(", ");
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(code).join(", ");
  if (schema.pattern?.includes("%") === true) return "strftime pattern";
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`;
  if (typeof schema.additionalProperties === "object")
    return `mapping to ${typeOf(schema.additionalProperties)}`;
  return (
    { string: "text", boolean: "true, false", object: "mapping" }[schema.type ?? ""] ?? schema.type ?? ""
  );
}

function code(value: unknown): string {
  return value === undefined ? "" : `\`${shown(value)}\``;
}

function shown(value: unknown): string {
  return typeof value === "string" && value !== "" ? value : JSON.stringify(value);
}
