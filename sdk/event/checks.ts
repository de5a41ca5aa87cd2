import type { IpVersion } from "../schema/field-schema.ts";
import { isCidr, isIPv4, isIPv6 } from "./ip-address.ts";

/** Tells whether a text is what a schema's `validate` asks for. */
export type Check<T extends string = string> = (text: string) => text is T;

/** One of these texts and no other. */
export function oneOf<const T extends string>(texts: readonly T[]): Check<T> {
  const allowed: ReadonlySet<string> = new Set(texts);
  return (text): text is T => allowed.has(text);
}

/** None of these texts. */
export function noneOf(texts: readonly string[]): Check {
  const denied = new Set(texts);
  return (text): text is string => !denied.has(text);
}

/** An IP address. */
export function ip(version: IpVersion): Check {
  const isOf = { ipv4: isIPv4, ipv6: isIPv6, any: (text: string) => isIPv4(text) || isIPv6(text) }[version];
  return (text): text is string => isOf(text);
}

/** A network such as `10.0.0.0/8`. */
export function cidr(version: IpVersion): Check {
  return (text): text is string => isCidr(text, version);
}
