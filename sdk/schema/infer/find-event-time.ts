import type { InferredField } from "./inferred.ts";

/** What the field is called that says when something happened, in any case and spelling, the best first. */
const NAMES = [
  "timestamp",
  "eventtime",
  "eventtimestamp",
  "time",
  "datetime",
  "ts",
  "eventdate",
  "occurredat",
  "published",
  "activitydatetime",
  "timegenerated",
  "createdat",
  "createddatetime",
  "createdtime",
  "creationtime",
  "created",
  "stagetimestamp",
  "senttimestamp",
  "starttime",
  "startedat",
  "edgestarttimestamp",
  "requesttime",
  "logtime",
  "date",
];

/**
 * The field that says when the record's event happened: a required timestamp of such a name. One of the record itself
 * comes before one of an object in it.
 */
export function findEventTime(fields: readonly InferredField[]): InferredField | undefined {
  const own = fields
    .filter(({ type, required, name }) => type === "timestamp" && required && rankOf(name) !== -1)
    .toSorted((one, other) => rankOf(one.name) - rankOf(other.name));
  if (own[0] !== undefined) return own[0];
  const within = fields.filter(({ required }) => required).flatMap((field) => field.fields?.list ?? []);
  return within.length === 0 ? undefined : findEventTime(within);
}

function rankOf(name: string): number {
  return NAMES.indexOf(name.replace(/[^a-z]/gi, "").toLowerCase());
}
