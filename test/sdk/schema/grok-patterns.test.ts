import * as fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, test } from "vitest";
import { expandGrok } from "../../../sdk/schema/grok.ts";
import { GROK_PATTERNS } from "../../../sdk/schema/grok-patterns.ts";

function compile(name: string): RE2JS {
  const expanded = expandGrok({ match: [`%{${name}:found}`], patternDefinitions: {} });
  return RE2JS.compile(expanded.problem === undefined ? expanded.expression : expanded.problem);
}

/** What each pattern takes whole, and what it does not. */
const EXAMPLES: Record<string, readonly [takes: readonly string[], refuses: readonly string[]]> = {
  DATA: [["", "a b"], []],
  GREEDYDATA: [["", "a b"], []],
  NOTSPACE: [["a-b/c"], ["", "a b"]],
  SPACE: [["", " \t"], ["a"]],
  WORD: [["amy_7"], ["", "a-b"]],
  QUOTEDSTRING: [
    ['"a \\" b"', "'a'", "`a`", '""'],
    ["a", '"a', "\"a'"],
  ],
  QS: [['"a"'], ["a"]],
  UUID: [["123e4567-e89b-12d3-a456-426614174000"], ["123e4567e89b12d3a456426614174000"]],
  LOGLEVEL: [["INFO", "Warning", "error", "CRIT", "emerg"], ["loud"]],
  INT: [
    ["0", "-12", "+3"],
    ["1.5", ""],
  ],
  POSINT: [
    ["7", "120"],
    ["0", "-1"],
  ],
  NONNEGINT: [["0", "12"], ["-1"]],
  BASE10NUM: [
    ["1", "-1.5", ".5", "1."],
    ["1e5", "."],
  ],
  NUMBER: [["1.5"], ["x"]],
  BASE16NUM: [
    ["0xfF", "1a", "-0x1"],
    ["0x", "g"],
  ],
  USERNAME: [["amy.lee-1_x"], ["a b", "a@b"]],
  USER: [["amy"], [""]],
  EMAILLOCALPART: [["amy+logs"], ["a@b"]],
  EMAILADDRESS: [["amy+logs@mail.example.com"], ["amy", "amy@", "@example.com"]],
  MAC: [
    ["00:1b:44:11:3A:b7", "00-1b-44-11-3a-b7", "001b.4411.3ab7"],
    ["00:1b:44:11:3a", "001b44113ab7"],
  ],
  COMMONMAC: [["00:1b:44:11:3a:b7"], ["00-1b-44-11-3a-b7"]],
  WINDOWSMAC: [["00-1b-44-11-3a-b7"], ["00:1b:44:11:3a:b7"]],
  CISCOMAC: [["001b.4411.3ab7"], ["001b4411.3ab7"]],
  IPV4: [
    ["10.0.0.1", "255.255.255.255"],
    ["256.0.0.1", "10.0.0", "10.0.0.01"],
  ],
  IPV6: [
    ["::", "::1", "1::", "2001:db8::a:1", "::ffff:10.0.0.1"],
    ["1::2::3", "12345::", "10.0.0.1"],
  ],
  IP: [["10.0.0.1", "::1"], ["example.com"]],
  HOSTNAME: [
    ["db-1.example.com", "localhost"],
    ["-a", "a b", ""],
  ],
  IPORHOST: [["10.0.0.1", "::1", "db.example"], [""]],
  HOSTPORT: [
    ["10.0.0.1:443", "db.example:80"],
    ["db.example", "db.example:0"],
  ],
  PATH: [["/var/log/door.log", "C:\\logs\\door.log"], ["door.log"]],
  UNIXPATH: [["/", "/var/log"], ["var/log"]],
  WINPATH: [["C:\\logs", "\\\\server\\share"], ["C:"]],
  URIPROTO: [["https", "svn+ssh"], ["1x"]],
  URIHOST: [["example.com:8080", "[::1]:80", "10.0.0.1"], ["example.com:"]],
  URIPATH: [
    ["/a/b", "/"],
    ["a", "/a?b"],
  ],
  URIPARAM: [["?a=1&b=2", "?"], ["a=1"]],
  URIPATHPARAM: [["/a?b=c", "/a"], ["?b=c"]],
  URI: [
    ["https://amy:x@example.com:8080/a/b?c=d#e", "file:///etc/hosts", "http://[::1]/"],
    ["example.com", "https:/a"],
  ],
  MONTH: [
    ["Jan", "January", "May", "Sep"],
    ["Janu", "13"],
  ],
  MONTHNUM: [
    ["1", "09", "12"],
    ["0", "13"],
  ],
  MONTHDAY: [
    ["1", "09", "31"],
    ["0", "32"],
  ],
  DAY: [["Mon", "Tuesday"], ["Mond"]],
  YEAR: [
    ["2026", "26"],
    ["126", "2"],
  ],
  HOUR: [["0", "09", "23"], ["24"]],
  MINUTE: [
    ["00", "59"],
    ["60", "5"],
  ],
  SECOND: [["00", "60", "5", "59.123", "59,1"], ["61"]],
  TIME: [
    ["22:54:46", "2:05:06.5"],
    ["24:00:00", "22:54"],
  ],
  DATE: [["08/03/2026", "31.12.26"], ["2026-08-03"]],
  DATE_US: [["08/31/2026"], ["31/08/2026"]],
  DATE_EU: [["31.08.2026"], ["08/31/2026"]],
  DATESTAMP: [["08/03/2026 22:54:46"], ["08/03/2026"]],
  TZ: [
    ["UTC", "CEST"],
    ["utc", "+01"],
  ],
  ISO8601_TIMEZONE: [["Z", "+01:00", "-0730", "+01"], ["UTC"]],
  TIMESTAMP_ISO8601: [
    ["2026-08-03T22:54:46.123Z", "2026-08-03 22:54:46,1", "2026-08-03T22:54+01:00"],
    ["2026-08-03", "03/08/2026 22:54:46"],
  ],
  HTTPDATE: [["03/Aug/2026:22:54:46 +0200"], ["03/08/2026:22:54:46 +0200"]],
  SYSLOGTIMESTAMP: [["Aug  3 22:54:46", "Aug 13 22:54:46.5"], ["3 Aug 22:54:46"]],
};

test("every built-in pattern has examples", () => {
  expect(Object.keys(EXAMPLES).toSorted()).toEqual(Object.keys(GROK_PATTERNS).toSorted());
});

describe("a built-in pattern", () => {
  test.each(Object.entries(EXAMPLES))(
    "%s takes what it is made for, and no more",
    (name, [takes, refuses]) => {
      const pattern = compile(name);
      expect(takes.filter((text) => !pattern.matches(text))).toEqual([]);
      expect(refuses.filter((text) => pattern.matches(text))).toEqual([]);
    },
  );

  test("property: IP finds every address whole, wherever it stands in a line", () => {
    const pattern = compile("IP");
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        const matcher = pattern.matcher(`from <${address}> to`);
        expect(matcher.find() && matcher.group("found")).toBe(address);
      }),
    );
  });
});
