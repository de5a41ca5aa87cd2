import { createHash } from "node:crypto";
import { isCidr, isIPv4, isIPv6 } from "../../../../sdk/event/ip-address.ts";
import type { IpVersion, Validation } from "../../../../sdk/schema/field-schema.ts";
import type { Mask } from "../../../../sdk/schema/transformations.ts";

/** Whether a text is what `validate` asks for; what is allowed goes before what is denied. */
export function isValid(text: string, { allow, deny, ip, cidr }: Validation = {}): boolean {
  if (ip !== undefined && !isOf(ip, isIPv4(text), isIPv6(text))) return false;
  if (cidr !== undefined && !isOf(cidr, isCidr(text, "ipv4"), isCidr(text, "ipv6"))) return false;
  return allow === undefined ? deny?.includes(text) !== true : allow.includes(text);
}

function isOf(version: IpVersion, isFour: boolean, isSix: boolean): boolean {
  return (version !== "ipv6" && isFour) || (version !== "ipv4" && isSix);
}

/** What a mask puts in place of a text. */
export function masked(text: string, mask: Mask): string {
  if (mask.type === "redact") return mask.to;
  return createHash(mask.algorithm)
    .update(mask.salt + text, "utf8")
    .digest("hex");
}
