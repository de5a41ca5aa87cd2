/** The scanners that a text can feed, by the names Panther's schemas use. */
export const INDICATORS = [
  "actor_id",
  "aws_account_id",
  "aws_arn",
  "aws_arn_only",
  "aws_instance_id",
  "aws_tag",
  "domain",
  "email",
  "hostname",
  "ip",
  "mac",
  "md5",
  "net_addr",
  "serial_number",
  "sha1",
  "sha256",
  "trace_id",
  "url",
  "username",
] as const;

export type Indicator = (typeof INDICATORS)[number];
