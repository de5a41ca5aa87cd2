import type { JsonValue } from "../base/json.ts";

/** The dotted paths of an event's fields, such as `identity.arn`; JSON is not looked into. */
export type PathOf<E> = E extends unknown ? Path<E> : never;

type Path<T> = { [K in keyof T & string]: Below<K, NonNullable<T[K]>> }[keyof T & string];

type Below<K extends string, V> = JsonValue extends V
  ? K
  : V extends string | number | boolean | Date | readonly unknown[]
    ? K
    : K | `${K}.${Path<V>}`;
