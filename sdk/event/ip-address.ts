const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const GROUPS = /^(?:[0-9a-f]{1,4}(?::(?!$)|$))*$/i;

/** Whether a text is an IPv4 or IPv6 address, without port, prefix length or zone. */
export function isIP(text: string): boolean {
  return IPV4.test(text) || isIPv6(text);
}

function isIPv6(text: string): boolean {
  if (text.length > 45 || !text.includes(":")) return false;
  const embedded = /(?<=:)\d+\.\d+\.\d+\.\d+$/.exec(text)?.[0];
  if (embedded !== undefined && !IPV4.test(embedded)) return false;
  const halves = (embedded === undefined ? text : text.replace(embedded, "0:0")).split("::");
  if (halves.length > 2 || !halves.every((half) => GROUPS.test(half))) return false;
  const groups = halves.reduce((sum, half) => sum + (half === "" ? 0 : half.split(":").length), 0);
  return halves.length === 2 ? groups < 8 : groups === 8;
}
