/**
 * An event that tells which of its fields are read, at any depth. It is as read-only as the event.
 *
 * @param read told of each field that is read, and of each that is looked for and not there
 */
export function watchReads<T extends object>(event: T, read: (path: string, value: unknown) => void): T {
  const watched = new WeakMap<object, object>();
  const watch = (object: object, path: string): object => {
    const known = watched.get(object);
    if (known !== undefined) return known;
    const made = new Proxy(copyOf(object), {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        const name = typeof key === "string" ? nameIn(target, key) : undefined;
        if (name === undefined) return value;
        read(path + name, value);
        return isWatched(value) ? watch(value, path + name) : value;
      },
      has(target, key) {
        const isThere = Reflect.has(target, key);
        const name = typeof key === "string" && !isThere ? nameIn(target, key) : undefined;
        if (name !== undefined) read(path + name, undefined);
        return isThere;
      },
      set: () => false,
      defineProperty: () => false,
      deleteProperty: () => false,
    });
    watched.set(object, made);
    return made;
  };
  return watch(event, "event") as T;
}

/** What a proxy shows of a frozen object must be what is in it; so it gets a copy, of one level. */
function copyOf(object: object): object {
  if (Array.isArray(object)) return [...(object as unknown[])];
  const copy = { ...object };
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === Object.prototype
    ? copy
    : (Object.setPrototypeOf(copy, prototype as object | null) as object);
}

/** Times tell nothing of themselves. */
function isWatched(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

/** Asked by the language, not by a rule. */
const BY_LANGUAGE = new Set(["toJSON", "then", "constructor"]);

/** How a field is written after what it is in; `undefined` for what is no field, such as a method of an array. */
function nameIn(target: object, key: string): string | undefined {
  if (Array.isArray(target)) return /^\d+$/.test(key) ? `[${key}]` : undefined;
  if (!Object.hasOwn(target, key) && (key in target || BY_LANGUAGE.has(key))) return undefined;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key.slice(0, 80))}]`;
}
