import type { JsonObject, JsonValue } from "../../base/json.ts";
import { Decoding } from "../../event/decoding.ts";
import type { LogType } from "../../event/log-type.ts";
import { SAMPLE_TIME } from "../../testing/samples.ts";
import type { FoundLogType } from "./find-log-types.ts";
import type { Subject } from "./subject.ts";
import { type FieldSchema, fieldsOf, schemaOf } from "./top-fields.ts";

/** Names of fields that tell whom an event is about, the likeliest first. */
const WHO = [/^(actor|principal|user)/i, /user|email|account/i, /device|host|ip|address|source/i];

/** Names of fields that say what happened. */
const WHAT =
  /^(action|category|error_?code|event|event_?(category|name|type)|kind|level|method|operation|outcome|protocol|result|severity|status|type|verb)$/i;

/** Times as logs write them, and free JSON: what a field can be whose kind its schema does not tell. */
const TIMES: readonly JsonValue[] = [
  SAMPLE_TIME,
  Date.parse(SAMPLE_TIME) / 1_000,
  Date.parse(SAMPLE_TIME),
  SAMPLE_TIME.replace("T", " ").replace("Z", ""),
  {},
];

const SCALARS = ["string", "integer", "number", "boolean"];

/** Names that need no quotes in what is drafted. */
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** What the schema of a log type of one's own tells of it. */
export function ownSubject({ logType, own }: FoundLogType): Subject {
  const schema = schemaOf(logType);
  const fields = [...fieldsOf(schema)].filter(([name]) => IDENTIFIER.test(name));
  const scalars = fields.filter(([, { type }]) => SCALARS.includes(type ?? ""));
  const words = scalars.filter(([name, field]) => field.enum !== undefined || WHAT.test(name));
  const texts = scalars.filter(([, field]) => field.type === "string" && field.enum === undefined);
  const names = texts.map(([name]) => name);
  const who = WHO.map((like) => names.find((name) => like.test(name))).find((name) => name !== undefined);
  const telling = [...words, ...scalars].map(([name]) => name);
  const record = starterOf(logType, schema);
  const required = telling.find((name) => record?.[name] !== undefined);
  return {
    logType: logType.name,
    ...(who !== undefined && {
      who: schema.required?.includes(who) ? `event.${who}` : `event.${who} ?? "unknown"`,
    }),
    context: Object.fromEntries(
      scalars
        .filter(([name]) => name !== who)
        .slice(0, 3)
        .map(([name]) => [name, `event.${name}`]),
    ),
    summaryAttributes: words.slice(0, 2).map(([name]) => name),
    listed: Object.fromEntries(scalars.flatMap(([name, field]) => (field.enum ? [[name, field.enum]] : []))),
    fields: words.length > 0 ? words.map(([name]) => name) : telling.slice(0, 1),
    ...(record !== undefined && required !== undefined && { starter: { record, fields: [required] } }),
    sample: { name: "sample", ordinary: {}, ...(own && { own }) },
  };
}

/** The least that is a record of a log type; `undefined` where its schema does not tell what that is. */
function starterOf(logType: LogType, schema: FieldSchema): JsonObject | undefined {
  return TIMES.map((time) => least(schema, time)).find((record) => {
    const to = new Decoding();
    logType.decode(record as JsonObject, to);
    return to.refusal === undefined && to.time !== undefined;
  }) as JsonObject | undefined;
}

/** The least value that a schema takes: an object with what it requires, the first of several texts. */
function least(schema: FieldSchema, time: JsonValue): JsonValue {
  switch (schema.type) {
    case "string":
      return schema.enum?.[0] ?? "example";
    case "integer":
    case "number":
      return 1;
    case "boolean":
      return true;
    case "array":
      return schema.items === undefined ? [] : [least(schema.items, time)];
    case "object":
      return Object.fromEntries(
        [...fieldsOf(schema)]
          .filter(([name]) => schema.required?.includes(name))
          .map(([name, field]) => [name, least(field, time)]),
      );
    default:
      return time;
  }
}
