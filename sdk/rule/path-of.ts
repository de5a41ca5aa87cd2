import type { JsonValue } from "../base/json.ts";

/**
 * The dotted paths of an event's fields, such as `identity.arn`; JSON is not looked into. Below ten levels any text is
 * a path: TypeScript gives up on types that are much deeper.
 */
export type PathOf<E> = E extends unknown ? Path<E, []> : never;

type Path<T, Level extends readonly unknown[]> = Level["length"] extends 10
  ? string
  : { [K in keyof T & string]: Below<K, NonNullable<T[K]>, Level> }[keyof T & string];

type Below<K extends string, V, Level extends readonly unknown[]> =
  NonNullable<JsonValue> extends V
    ? K
    : V extends string | number | boolean | Date | readonly unknown[]
      ? K
      : K | `${K}.${Path<V, [...Level, unknown]>}`;
