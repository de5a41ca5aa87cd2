import type { IpVersion } from "../schema/field-schema.ts";

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const GROUPS = /^(?:[0-9a-f]{1,4}(?::(?!$)|$))*$/i;

/** Whether a text is an IPv4 or IPv6 address, without port, prefix length or zone. */
export function isIP(text: string): boolean {
  return isIPv4(text) || isIPv6(text);
}

/** Whether a text is four decimal numbers up to 255 without leading zeros. */
export function isIPv4(text: string): boolean {
  return IPV4.test(text);
}

/** Whether a text is an IPv6 address as RFC 4291, section 2.2, lets it be written. */
export function isIPv6(text: string): boolean {
  if (text.length > 45 || !text.includes(":")) return false;
  const embedded = /(?<=:)\d+\.\d+\.\d+\.\d+$/.exec(text)?.[0];
  if (embedded !== undefined && !isIPv4(embedded)) return false;
  const halves = (embedded === undefined ? text : text.replace(embedded, "0:0")).split("::");
  if (halves.length > 2 || !halves.every((half) => GROUPS.test(half))) return false;
  const groups = halves.reduce((sum, half) => sum + (half === "" ? 0 : half.split(":").length), 0);
  return halves.length === 2 ? groups < 8 : groups === 8;
}

/**
 * Whether a text is an IP network of a version: an address, a slash, and the length of the prefix. Bits after the
 * prefix may be set.
 *
 * @example
 * isCidr("10.1.2.3/8", "ipv4"); // true
 */
export function isCidr(text: string, version: IpVersion): boolean {
  const slash = text.indexOf("/");
  const [address, length] = [text.slice(0, slash), text.slice(slash + 1)];
  if (slash === -1 || !/^(0|[1-9]\d{0,2})$/.test(length)) return false;
  const isOf = {
    ipv4: isIPv4(address) && Number(length) <= 32,
    ipv6: isIPv6(address) && Number(length) <= 128,
  };
  return version === "any" ? isOf.ipv4 || isOf.ipv6 : isOf[version];
}
