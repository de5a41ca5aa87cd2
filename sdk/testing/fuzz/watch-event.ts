import { isIndex, type Place } from "./place.ts";

/** How deep is looked. */
const DEEPEST = 12;

/** What may as well be a field of a log as a method: who reads it may want its value. */
const FIELDS = new Set<PropertyKey>(["entries", "filter", "keys", "length", "link", "search", "values"]);

/** Names that are called, not read: a record that has a field of such a name is too odd to tell. */
const METHODS = new Set<PropertyKey>(
  [Object, Array, String]
    .flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype))
    .filter((name) => !FIELDS.has(name)),
);

/** Told of each read: the place that was read, whether or not something is there. */
export type OnRead = (place: Place) => void;

/**
 * An event that tells what is read of it, at any depth. It must not be frozen: a proxy has to hand out what a frozen
 * object holds.
 */
export function watchEvent<T extends object>(event: T, place: Place, onRead: OnRead): T {
  const watched = new WeakMap<object, object>();

  function watch<O extends object>(target: O, at: Place): O {
    const known = watched.get(target);
    if (known !== undefined) return known as O;
    const isList = Array.isArray(target);
    const note = (key: PropertyKey): void => {
      if (typeof key === "string" && (!isList || isIndex(key))) onRead([...at, key]);
    };
    const proxy = new Proxy(target, {
      get(_, key) {
        if (Object.hasOwn(target, key) || !METHODS.has(key)) note(key);
        const value: unknown = Reflect.get(target, key);
        const isBelow = typeof value === "object" && value !== null && Object.hasOwn(target, key);
        // A Date's methods work on Dates alone.
        if (!isBelow || value instanceof Date || typeof key !== "string" || at.length >= DEEPEST)
          return value;
        return watch(value, [...at, key]);
      },
      has(_, key) {
        note(key);
        return Reflect.has(target, key);
      },
      getOwnPropertyDescriptor(_, key) {
        note(key);
        return Reflect.getOwnPropertyDescriptor(target, key);
      },
      ownKeys() {
        if (!isList) onRead([...at, ANY_KEY]);
        return Reflect.ownKeys(target);
      },
    });
    watched.set(target, proxy);
    return proxy;
  }

  return watch(event, place);
}

/** Stands for all keys of an object, where a rule asks which there are. */
export const ANY_KEY = "any key";
