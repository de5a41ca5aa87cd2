import type { StandardFields } from "./standard-fields.ts";

/**
 * Every log type and its event, by name. It is open: each generated file adds its own entry, and so does a
 * project's own schema.
 *
 * @example
 * declare module "caracal/log-types" {
 *   interface LogTypes {
 *     "Custom.DoorLog": CustomDoorLog;
 *   }
 * }
 */
export interface LogTypes {}

/** The name of a log type that has generated types. */
export type LogTypeName = Extract<keyof LogTypes, string>;

/** The event of a log type; of several, their union, told apart by `p_log_type`. */
export type EventOf<Name extends LogTypeName> = LogTypes[Name];

/** An event of any log type. */
export type AnyEvent = StandardFields;
