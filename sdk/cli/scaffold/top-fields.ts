import { z } from "zod";
import type { LogType } from "../../event/log-type.ts";

/** The part of a JSON Schema that tells of one field. */
export interface FieldSchema {
  /** Absent for times and free JSON. */
  readonly type?: string;
  /** The only texts that it can be. */
  readonly enum?: readonly string[];
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
}

/** What an object of a log type holds: its events, without the fields that every event has. */
export function schemaOf(logType: LogType): FieldSchema {
  return z.toJSONSchema(logType.schema(), { unrepresentable: "any" }) as FieldSchema;
}

/** The fields of an object, by name. */
export function fieldsOf({ properties = {} }: FieldSchema): ReadonlyMap<string, FieldSchema> {
  return new Map(Object.entries(properties));
}
