import { describe, expect, test } from "vitest";
import { addIndicators, SCANNERS } from "../../../sdk/event/indicators.ts";
import type { Indicators } from "../../../sdk/event/standard-fields.ts";

type Name = keyof typeof SCANNERS;

function scan(name: Name, ...values: string[]): Indicators {
  const marks = {};
  for (const value of values) SCANNERS[name](value, marks);
  const event: Indicators = {};
  addIndicators(event, marks);
  return event;
}

const ip = (address: string): Indicators => ({ p_any_ip_addresses: [address] });
const mac = (address: string): Indicators => ({ p_any_mac_addresses: [address] });
const domain = (name: string): Indicators => ({ p_any_domain_names: [name] });
const arn = (value: string, more: Indicators = {}): Indicators => ({ p_any_aws_arns: [value], ...more });
const ACCOUNT = { p_any_aws_account_ids: ["111122223333"] };
const SHA1 = "a".repeat(40);
const ROLE = "111122223333:assumed-role/Admin";

describe("a scanner", () => {
  test.each<[Name, string, Indicators]>([
    ["actor_id", " 00u1abc ", { p_any_actor_ids: ["00u1abc"] }],
    ["actor_id", "", {}],
    ["aws_account_id", "111122223333", ACCOUNT],
    ["aws_account_id", " 111122223333 ", ACCOUNT],
    ["aws_account_id", "11112222333", {}],
    ["aws_account_id", "1111222233334", {}],
    ["aws_account_id", "11112222333x", {}],
    ["aws_arn", "arn:aws:iam::111122223333:user/a", arn("arn:aws:iam::111122223333:user/a", ACCOUNT)],
    ["aws_arn", "arn:aws-cn:iam::111122223333:root", arn("arn:aws-cn:iam::111122223333:root", ACCOUNT)],
    [
      "aws_arn",
      "arn:aws-us-gov:iam::111122223333:root",
      arn("arn:aws-us-gov:iam::111122223333:root", ACCOUNT),
    ],
    ["aws_arn", "arn:aws-iso-b:iam::111122223333:root", arn("arn:aws-iso-b:iam::111122223333:root", ACCOUNT)],
    ["aws_arn", "arn:aws:s3:::bucket/key:with:colons", arn("arn:aws:s3:::bucket/key:with:colons")],
    [
      "aws_arn",
      "arn:aws:bedrock:us-east-1::foundation-model/a:0",
      arn("arn:aws:bedrock:us-east-1::foundation-model/a:0"),
    ],
    [
      "aws_arn",
      "arn:aws:ec2:us-east-1:111122223333:instance/i-0a",
      arn("arn:aws:ec2:us-east-1:111122223333:instance/i-0a", {
        ...ACCOUNT,
        p_any_aws_instance_ids: ["i-0a"],
      }),
    ],
    [
      "aws_arn",
      "arn:aws:ec2:us-east-1:111122223333:instance/x",
      arn("arn:aws:ec2:us-east-1:111122223333:instance/x", ACCOUNT),
    ],
    [
      "aws_arn",
      `arn:aws:sts::${ROLE}/amy@example.com`,
      arn(`arn:aws:sts::${ROLE}/amy@example.com`, { ...ACCOUNT, p_any_emails: ["amy@example.com"] }),
    ],
    ["aws_arn", `arn:aws:sts::${ROLE}/amy`, arn(`arn:aws:sts::${ROLE}/amy`, ACCOUNT)],
    ["aws_arn", `arn:aws:iam::${ROLE}/amy@example.com`, arn(`arn:aws:iam::${ROLE}/amy@example.com`, ACCOUNT)],
    ["aws_arn", "arn:aws:iam::111122223333", {}],
    ["aws_arn", " arn:aws:iam::111122223333:root", {}],
    ["aws_arn", "urn:aws:iam::111122223333:root", {}],
    ["aws_arn_only", `arn:aws:sts::${ROLE}/amy@example.com`, arn(`arn:aws:sts::${ROLE}/amy@example.com`)],
    ["aws_arn_only", "arn:aws", {}],
    ["aws_instance_id", "i-0a", { p_any_aws_instance_ids: ["i-0a"] }],
    ["aws_instance_id", "eni-0a", {}],
    ["aws_tag", "env:prod", { p_any_aws_tags: ["env:prod"] }],
    ["aws_tag", "", {}],
    ["domain", " WWW.Example.com ", domain("WWW.Example.com")],
    ["domain", "xn--mnchen-3ya.de", domain("münchen.de")],
    ["url", "https://xn--mnchen-3ya.de/", domain("münchen.de")],
    ["domain", "  ", {}],
    ["email", "amy@example.com", { p_any_emails: ["amy@example.com"] }],
    ["email", " amy@example.com ", { p_any_emails: ["amy@example.com"] }],
    ["email", "amy", {}],
    ["email", "amy@", {}],
    ["email", "Amy <amy@example.com>", {}],
    ["hostname", "10.0.0.1", ip("10.0.0.1")],
    ["hostname", "2001:db8::1", ip("2001:db8::1")],
    ["hostname", "db.example", domain("db.example")],
    ["ip", " 10.0.0.1 ", ip("10.0.0.1")],
    ["ip", "::1", ip("::1")],
    ["ip", "10.0.0.0/8", {}],
    ["ip", "10.0.0.1:80", {}],
    ["ip", "db.example", {}],
    ["mac", "00:1B:44:11:3a:b7", mac("00:1B:44:11:3a:b7")],
    ["mac", " 00-1B-44-11-3A-B7 ", mac("00-1B-44-11-3A-B7")],
    ["mac", "001b.4411.3ab7", mac("001b.4411.3ab7")],
    ["mac", "001b44113ab7", mac("001b44113ab7")],
    ["mac", "00:1B-44:11:3a:b7", {}],
    ["mac", "00:1B:44:11:3a", {}],
    ["mac", "00:1B:44:11:3a:b7:00", {}],
    ["mac", "00:1B:44:FF:FE:11:3a:b7", {}],
    ["mac", "0:1B:44:11:3a:b7", {}],
    ["mac", "00:1G:44:11:3a:b7", {}],
    ["mac", "", {}],
    ["md5", "D41D8CD98F00B204E9800998ECF8427E", { p_any_md5_hashes: ["d41d8cd98f00b204e9800998ecf8427e"] }],
    ["md5", SHA1, {}],
    ["md5", "z".repeat(32), {}],
    ["serial_number", " C02XY ", { p_any_serial_numbers: ["C02XY"] }],
    ["serial_number", " ", {}],
    ["sha1", SHA1, { p_any_sha1_hashes: [SHA1] }],
    ["sha256", "A".repeat(64), { p_any_sha256_hashes: ["a".repeat(64)] }],
    ["net_addr", "10.0.0.1:443", ip("10.0.0.1")],
    ["net_addr", "10.0.0.1", ip("10.0.0.1")],
    ["net_addr", "[2001:db8::1]:443", ip("2001:db8::1")],
    ["net_addr", "[2001:db8::1]", ip("2001:db8::1")],
    ["net_addr", "2001:db8::1", ip("2001:db8::1")],
    ["net_addr", "db.example:https", domain("db.example")],
    ["net_addr", "db.example", domain("db.example")],
    ["net_addr", ":443", {}],
    ["trace_id", " abc ", { p_any_trace_ids: ["abc"] }],
    ["url", "https://Example.com/path?q=1#f", domain("Example.com")],
    ["url", "https://amy:secret@example.com:8443/", domain("example.com")],
    ["url", "https://amy@home:secret@example.com", domain("example.com")],
    ["url", "https://[2001:db8::1]:443/a", ip("2001:db8::1")],
    ["url", "http://10.0.0.1:80?q", ip("10.0.0.1")],
    ["url", "//example.com/path", domain("example.com")],
    ["url", "http://1/", domain("1")],
    ["url", "example.com/path", {}],
    ["url", "mailto:amy@example.com", {}],
    ["url", "https://", {}],
    ["url", "https://exa mple.com/", {}],
    ["url", "https://example.com:port/", {}],
    ["username", " amy ", { p_any_usernames: ["amy"] }],
  ])("%s of %j", (name, value, indicators) => {
    expect(scan(name, value)).toEqual(indicators);
  });

  test("takes long text of any kind in its stride", () => {
    const long = ["1", "a@", ":", "[", "/", "//a", " ", "arn:"].map((part) => part.repeat(200_000));
    for (const name of Object.keys(SCANNERS) as Name[]) expect(() => scan(name, ...long)).not.toThrow();
  });
});

test("lists are sorted, and each value stands once", () => {
  expect(scan("ip", "10.0.0.2", "10.0.0.10", "10.0.0.2", "::1")).toEqual({
    p_any_ip_addresses: ["10.0.0.10", "10.0.0.2", "::1"],
  });
});

test("every list is added", () => {
  const marks = {};
  const values = [
    "arn:aws:ec2:us-east-1:111122223333:instance/i-0a",
    "a@b",
    "10.0.0.1",
    "00:1b:44:11:3a:b7",
    "c".repeat(32),
    SHA1,
    "e".repeat(64),
  ];
  for (const name of Object.keys(SCANNERS) as Name[])
    for (const value of values) SCANNERS[name](value, marks);
  const event = {};
  addIndicators(event, marks);
  expect(Object.keys(event)).toEqual(Object.keys(marks).toSorted());
  expect(Object.keys(event)).toHaveLength(15);
});
