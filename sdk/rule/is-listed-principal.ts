import { organization } from "./organization.ts";

/** The keys of a list, and its patterns as the texts between their stars. */
interface Listed {
  readonly keys: ReadonlySet<string>;
  readonly patterns: readonly (readonly string[])[];
}

/** By the list, which does not change. */
const known = new WeakMap<readonly string[], Listed>();

/**
 * Whether the configuration lists a principal among those that may call models; `undefined` where it lists none, so that
 * nobody can say. In the list `*` stands for any text, also for none. Capitals count.
 *
 * @param key as `principal(event).key` has it
 * @example
 * // principals: ["111122223333:role/claims-*"]
 * isListedPrincipal("111122223333:role/claims-summary"); // true
 * isListedPrincipal("111122223333:user/dana"); // false
 */
export function isListedPrincipal(key: string): boolean | undefined {
  const { principals } = organization();
  if (principals.length === 0) return undefined;
  const { keys, patterns } = listedIn(principals);
  return keys.has(key) || patterns.some((pattern) => fits(key, pattern));
}

function listedIn(principals: readonly string[]): Listed {
  const listed = known.get(principals) ?? {
    keys: new Set(principals),
    patterns: principals.filter((one) => one.includes("*")).map((one) => one.split("*")),
  };
  known.set(principals, listed);
  return listed;
}

/** Takes each text at the first place where it is: what is left for those after it is never less than elsewhere. */
function fits(key: string, pattern: readonly string[]): boolean {
  const [first = "", ...rest] = pattern;
  const last = rest.pop() ?? "";
  if (key.length < first.length + last.length || !key.startsWith(first) || !key.endsWith(last)) return false;
  const end = key.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = key.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
