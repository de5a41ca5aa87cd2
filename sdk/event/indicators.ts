import type { Indicator } from "../schema/indicator.ts";
import { isIP } from "./ip-address.ts";
import type { Indicators } from "./standard-fields.ts";
import { unicodeDomain } from "./unicode-domain.ts";

type List = keyof Indicators;

/** The indicators of one record as they were met, list by list; the first few each once. */
export type Marks = { [L in List]?: string[] };

/** A scanner looks at a field's value and marks what it recognises; a value it does not recognise marks nothing. */
export type Scan = (value: string, marks: Marks) => void;

/** The scanner of each indicator name that a schema can use; what each accepts is Panther's rule. */
export const SCANNERS = {
  actor_id: (value, marks) => mark("p_any_actor_ids", value.trim(), marks),
  aws_account_id: (value, marks) => scanAccount(value.trim(), marks),
  aws_arn: scanArn,
  aws_arn_only: (value, marks) => when(arnPlaces(value) !== undefined, "p_any_aws_arns", value, marks),
  aws_instance_id: (value, marks) => when(value.startsWith("i-"), "p_any_aws_instance_ids", value, marks),
  aws_tag: (value, marks) => mark("p_any_aws_tags", value, marks),
  domain: (value, marks) => mark("p_any_domain_names", unicodeDomain(value.trim()), marks),
  email: (value, marks) => when(isEmail(value.trim()), "p_any_emails", value.trim(), marks),
  hostname: scanHostname,
  ip: (value, marks) => when(isIP(value.trim()), "p_any_ip_addresses", value.trim(), marks),
  mac: (value, marks) => when(MAC.test(value.trim()), "p_any_mac_addresses", value.trim(), marks),
  md5: (value, marks) => scanHash(value, 32, "p_any_md5_hashes", marks),
  net_addr: (value, marks) =>
    scanHostname(value.trim().replace(/^\[([^\]]*)\](?::\d*)?$|^([^:[\]]*):[^:[\]]*$/, "$1$2"), marks),
  serial_number: (value, marks) => mark("p_any_serial_numbers", value.trim(), marks),
  sha1: (value, marks) => scanHash(value, 40, "p_any_sha1_hashes", marks),
  sha256: (value, marks) => scanHash(value, 64, "p_any_sha256_hashes", marks),
  trace_id: (value, marks) => mark("p_any_trace_ids", value.trim(), marks),
  url: (value, marks) => {
    const [, ipv6, host] = URL_HOST.exec(value.trim()) ?? [];
    scanHostname(ipv6 ?? host ?? "", marks);
  },
  username: (value, marks) => mark("p_any_usernames", value.trim(), marks),
} as const satisfies Record<Indicator, Scan>;

/** 48 bits: pairs of digits with `:` or `-` between, fours with `.` between, or nothing between. */
const MAC =
  /^(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}|[0-9a-f]{12})$/i;

function isEmail(text: string): boolean {
  return text.includes("@") && /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(text);
}

/** The host of a URL as it is written: `URL` would change its case, and read `http://1` as an address. */
const URL_HOST =
  /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#\s]*@)?(?:\[([0-9a-f:.]+)\]|([^/?#\s@:[\]]+))(?::\d*)?(?:[/?#]|$)/i;

/** Adds the lists that were marked to an event. Spelt out: it runs for every event, and a loop over names is slow. */
export function addIndicators(event: { -readonly [L in List]?: readonly string[] }, marks: Marks): void {
  if (marks.p_any_actor_ids) event.p_any_actor_ids = sorted(marks.p_any_actor_ids);
  if (marks.p_any_aws_account_ids) event.p_any_aws_account_ids = sorted(marks.p_any_aws_account_ids);
  if (marks.p_any_aws_arns) event.p_any_aws_arns = sorted(marks.p_any_aws_arns);
  if (marks.p_any_aws_instance_ids) event.p_any_aws_instance_ids = sorted(marks.p_any_aws_instance_ids);
  if (marks.p_any_aws_tags) event.p_any_aws_tags = sorted(marks.p_any_aws_tags);
  if (marks.p_any_domain_names) event.p_any_domain_names = sorted(marks.p_any_domain_names);
  if (marks.p_any_emails) event.p_any_emails = sorted(marks.p_any_emails);
  if (marks.p_any_ip_addresses) event.p_any_ip_addresses = sorted(marks.p_any_ip_addresses);
  if (marks.p_any_mac_addresses) event.p_any_mac_addresses = sorted(marks.p_any_mac_addresses);
  if (marks.p_any_md5_hashes) event.p_any_md5_hashes = sorted(marks.p_any_md5_hashes);
  if (marks.p_any_serial_numbers) event.p_any_serial_numbers = sorted(marks.p_any_serial_numbers);
  if (marks.p_any_sha1_hashes) event.p_any_sha1_hashes = sorted(marks.p_any_sha1_hashes);
  if (marks.p_any_sha256_hashes) event.p_any_sha256_hashes = sorted(marks.p_any_sha256_hashes);
  if (marks.p_any_trace_ids) event.p_any_trace_ids = sorted(marks.p_any_trace_ids);
  if (marks.p_any_usernames) event.p_any_usernames = sorted(marks.p_any_usernames);
}

/** The values in order, each once. */
function sorted(values: readonly string[]): readonly string[] {
  if (values.length === 1) return values;
  return values.length <= FEW ? values.toSorted() : [...new Set(values)].toSorted();
}

/** Up to so many values it is cheaper to look at each whether it is there already. */
const FEW = 8;

function mark(list: List, value: string, marks: Marks): void {
  if (value === "") return;
  const values = marks[list];
  if (values === undefined) marks[list] = [value];
  else if (values.length > FEW || !values.includes(value)) values.push(value);
}

function when(recognised: boolean, list: List, value: string, marks: Marks): void {
  if (recognised) mark(list, value, marks);
}

/** Where the parts of an ARN begin that tell something: `arn:partition:service:region:account:resource`. */
function arnPlaces(value: string): { service: number; account: number; resource: number } | undefined {
  if (!value.startsWith("arn:")) return undefined;
  const service = value.indexOf(":", 4) + 1;
  const region = service === 0 ? 0 : value.indexOf(":", service) + 1;
  const account = region === 0 ? 0 : value.indexOf(":", region) + 1;
  const resource = account === 0 ? 0 : value.indexOf(":", account) + 1;
  return resource === 0 ? undefined : { service, account, resource };
}

/** An ARN is also its account, the instance it names, and the e-mail address that an assumed role's session is. */
function scanArn(value: string, marks: Marks): void {
  const places = arnPlaces(value);
  if (places === undefined) return;
  const { service, account, resource } = places;
  mark("p_any_aws_arns", value, marks);
  scanAccount(value.slice(account, resource - 1).trim(), marks);
  if (value.startsWith("instance/", resource)) SCANNERS.aws_instance_id(lastPart(value), marks);
  else if (value.startsWith("assumed-role/", resource) && value.startsWith("sts:", service))
    SCANNERS.email(lastPart(value), marks);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Twelve digits. Looked at one by one: nearly every event has some, and a regular expression takes longer. */
function scanAccount(value: string, marks: Marks): void {
  if (value.length !== 12) return;
  for (let at = 0; at < 12; at++) {
    const code = value.charCodeAt(at);
    if (code < 48 || code > 57) return;
  }
  mark("p_any_aws_account_ids", value, marks);
}

function scanHostname(value: string, marks: Marks): void {
  const host = value.trim();
  if (isIP(host)) mark("p_any_ip_addresses", host, marks);
  else SCANNERS.domain(host, marks);
}

function scanHash(value: string, length: number, list: List, marks: Marks): void {
  const hash = value.trim().toLowerCase();
  when(hash.length === length && /^[0-9a-f]+$/.test(hash), list, hash, marks);
}
