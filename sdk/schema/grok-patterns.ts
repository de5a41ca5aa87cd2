const HEX = "[0-9A-Fa-f]";
const OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const IPV4 = `${OCTET}(?:\\.${OCTET}){3}`;
const GROUP = `${HEX}{1,4}`;

/** What comes first wins, so each form stands before those that are a beginning of it. */
const IPV6 = [
  `(?:${GROUP}:){6}${IPV4}`,
  ...[1, 2, 3, 4, 5].map((heads) => `(?:${GROUP}:){1,${heads}}(?::${GROUP}){0,${5 - heads}}:${IPV4}`),
  `:(?::${GROUP}){0,5}:${IPV4}`,
  `(?:${GROUP}:){7}${GROUP}`,
  ...[1, 2, 3, 4, 5, 6].map((heads) => `(?:${GROUP}:){1,${heads}}(?::${GROUP}){1,${7 - heads}}`),
  `:(?::${GROUP}){1,7}`,
  `(?:${GROUP}:){1,7}:`,
  "::",
].join("|");

const MONTHS =
  "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";
const DAYS = "Mon(?:day)?|Tue(?:sday)?|Wed(?:nesday)?|Thu(?:rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?";
const LEVELS =
  "trace|debug|info(?:rmation)?|notice|warn(?:ing)?|err(?:or)?|crit(?:ical)?|severe|fatal|alert|emerg(?:ency)?";

/** The patterns that every regex schema knows, by the names that are usual for them, in RE2's syntax. */
export const GROK_PATTERNS: Readonly<Record<string, string>> = {
  DATA: ".*?",
  GREEDYDATA: ".*",
  NOTSPACE: "\\S+",
  SPACE: "\\s*",
  WORD: "\\b\\w+\\b",
  QUOTEDSTRING: "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`(?:[^`\\\\]|\\\\.)*`",
  QS: "%{QUOTEDSTRING}",
  UUID: `${HEX}{8}-(?:${HEX}{4}-){3}${HEX}{12}`,
  LOGLEVEL: `(?i:${LEVELS})`,

  INT: "[+-]?\\d+",
  POSINT: "\\b[1-9]\\d*\\b",
  NONNEGINT: "\\b\\d+\\b",
  BASE10NUM: "[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)",
  NUMBER: "%{BASE10NUM}",
  BASE16NUM: `[+-]?(?:0[xX])?${HEX}+`,

  USERNAME: "[\\w.-]+",
  USER: "%{USERNAME}",
  EMAILLOCALPART: "[\\w!#$%&'*+/=?^`{|}~.-]{1,64}",
  EMAILADDRESS: "%{EMAILLOCALPART}@%{HOSTNAME}",

  MAC: "%{COMMONMAC}|%{WINDOWSMAC}|%{CISCOMAC}",
  COMMONMAC: `(?:${HEX}{2}:){5}${HEX}{2}`,
  WINDOWSMAC: `(?:${HEX}{2}-){5}${HEX}{2}`,
  CISCOMAC: `(?:${HEX}{4}\\.){2}${HEX}{4}`,
  IPV4: `\\b${IPV4}\\b`,
  IPV6,
  IP: "%{IPV6}|%{IPV4}",
  HOSTNAME: "\\b[0-9A-Za-z][\\w-]*(?:\\.[0-9A-Za-z][\\w-]*)*",
  IPORHOST: "%{IP}|%{HOSTNAME}",
  HOSTPORT: "%{IPORHOST}:%{POSINT}",

  PATH: "%{UNIXPATH}|%{WINPATH}",
  UNIXPATH: '(?:/[^\\s/:*?"<>|]*)+',
  WINPATH: "(?:[A-Za-z]:|\\\\)(?:\\\\[^\\\\?*]*)+",
  URIPROTO: "[A-Za-z][0-9A-Za-z+.-]*",
  URIHOST: "(?:\\[%{IPV6}\\]|%{IPORHOST})(?::\\d+)?",
  URIPATH: "/[^\\s?#]*",
  URIPARAM: "\\?[^\\s#]*",
  URIPATHPARAM: "%{URIPATH}(?:%{URIPARAM})?",
  URI: "%{URIPROTO}://(?:[^\\s/?#@]*@)?(?:%{URIHOST})?(?:%{URIPATH})?(?:%{URIPARAM})?(?:#\\S*)?",

  MONTH: `\\b(?:${MONTHS})\\b`,
  MONTHNUM: "1[0-2]|0?[1-9]",
  MONTHDAY: "3[01]|[12]\\d|0?[1-9]",
  DAY: `\\b(?:${DAYS})\\b`,
  YEAR: "\\d{4}|\\d\\d",
  HOUR: "2[0-3]|[01]?\\d",
  MINUTE: "[0-5]\\d",
  SECOND: "(?:60|[0-5]?\\d)(?:[.,:]\\d+)?",
  TIME: "%{HOUR}:%{MINUTE}:%{SECOND}",
  DATE: "%{DATE_US}|%{DATE_EU}",
  DATE_US: "%{MONTHNUM}[/-]%{MONTHDAY}[/-]%{YEAR}",
  DATE_EU: "%{MONTHDAY}[./-]%{MONTHNUM}[./-]%{YEAR}",
  DATESTAMP: "%{DATE}[ -]%{TIME}",
  TZ: "[A-Z]{3,4}",
  ISO8601_TIMEZONE: "Z|[+-]%{HOUR}(?::?%{MINUTE})?",
  TIMESTAMP_ISO8601:
    "\\d{4}-%{MONTHNUM}-%{MONTHDAY}[T ]%{HOUR}:?%{MINUTE}(?::?%{SECOND})?(?:%{ISO8601_TIMEZONE})?",
  HTTPDATE: "%{MONTHDAY}/%{MONTH}/\\d{4}:%{TIME} %{INT}",
  SYSLOGTIMESTAMP: "%{MONTH} +%{MONTHDAY} %{TIME}",
};
