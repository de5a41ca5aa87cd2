import { type FieldNode, type FieldTree, fieldTree } from "../event/field-tree.ts";
import type { LogType } from "../event/log-type.ts";
import type { StandardFields } from "../event/standard-fields.ts";

/** What a value of an event can be: a field of each log type of a rule that has it, or the event itself. */
export interface EventShape {
  readonly nodes: readonly FieldNode[];
  /** Whether it is an element of the field's array, not the field itself. */
  readonly isElement: boolean;
}

const NO_FIELDS: FieldTree = new Map();

/** A `Record`, so that none can be forgotten. */
const STANDARD: Record<keyof StandardFields, readonly string[]> = {
  p_log_type: [],
  p_row_id: [],
  p_event_time: [],
  p_parse_time: [],
  p_source_file: ["path"],
  p_field_issues: ["[].path", "[].expected", "[].found"],
  p_any_actor_ids: [],
  p_any_aws_account_ids: [],
  p_any_aws_arns: [],
  p_any_aws_instance_ids: [],
  p_any_aws_tags: [],
  p_any_domain_names: [],
  p_any_emails: [],
  p_any_ip_addresses: [],
  p_any_mac_addresses: [],
  p_any_md5_hashes: [],
  p_any_serial_numbers: [],
  p_any_sha1_hashes: [],
  p_any_sha256_hashes: [],
  p_any_trace_ids: [],
  p_any_usernames: [],
};

/** The shape of the events of some log types, with the fields that every event has. */
export function eventShape(logTypes: readonly LogType[]): EventShape {
  const standard = Object.entries(STANDARD).map(([name, below]): [string, FieldNode] => [
    name,
    {
      path: name,
      fields: new Map(
        below.map((path) => [
          path.replace("[].", ""),
          { path: path.startsWith("[]") ? name + path : `${name}.${path}`, fields: NO_FIELDS },
        ]),
      ),
    },
  ]);
  const nodes = logTypes.map((one) => ({ path: "", fields: new Map([...fieldTree(one), ...standard]) }));
  return { nodes, isElement: false };
}

/** Whether a shape is a list of objects. */
export function isList({ nodes, isElement }: EventShape): boolean {
  return !isElement && nodes.some(({ path, fields }) => [...fields.values()][0]?.path.startsWith(`${path}[`));
}

/** The shape of an element of a list. */
export function elementOf({ nodes }: EventShape): EventShape {
  return { nodes, isElement: true };
}

/** What a member of a value is: a field, none of its fields, or nothing that the schemas tell of. */
export function memberOf(shape: EventShape, name: string): EventShape | "unknown" | undefined {
  if (isList(shape) || shape.nodes.some(({ fields }) => fields.size === 0)) return undefined;
  const nodes = shape.nodes.flatMap(({ fields }) => fields.get(name) ?? []);
  if (nodes.length > 0) return { nodes, isElement: false };
  return name in Object.prototype ? undefined : "unknown";
}
