import { z } from "zod";
import type { LogType } from "./log-type.ts";

/** The fields of an object, by name. */
export type FieldTree = ReadonlyMap<string, FieldNode>;

/** A field, and those below it. */
export interface FieldNode {
  /** Where it is in the event: `userIdentity.arn`, `resources[].ARN`. */
  readonly path: string;
  /** The fields of the object, or of the objects in the array; none of any other value. */
  readonly fields: FieldTree;
}

/** The parts of a JSON Schema that tell of fields. */
interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

/**
 * The fields of a log type's events, without those that every event has.
 *
 * @example
 * fieldTree(awsCloudTrail).get("userIdentity")?.fields.get("arn")?.path; // "userIdentity.arn"
 */
export function fieldTree(logType: LogType): FieldTree {
  return treeOf(z.toJSONSchema(logType.schema(), { unrepresentable: "any" }) as JsonSchema, "");
}

function treeOf({ properties = {} }: JsonSchema, parent: string): FieldTree {
  return new Map(
    Object.entries(properties).map(([name, schema]) => {
      let path = parent + name;
      let value = schema;
      for (; value.items !== undefined; value = value.items) path += "[]";
      return [name, { path: parent + name, fields: treeOf(value, `${path}.`) }];
    }),
  );
}
