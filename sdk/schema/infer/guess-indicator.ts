import type { Indicator } from "../indicator.ts";
import { wordsOf } from "./name-words.ts";

/** An indicator, and how it is recognised: by every value, and where values alone say too little, by the name. */
export interface Guess {
  readonly indicator: Indicator;
  readonly value: RegExp | ((value: string) => boolean);
  readonly name?: (words: readonly string[]) => boolean;
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

function isIP(value: string): boolean {
  return (
    IPV4.test(value) ||
    (value.includes(":") && /^[0-9a-f:.]{2,45}$/i.test(value) && URL.canParse(`http://[${value}]`))
  );
}

/** Names under which hexadecimal digits are a handle, not the hash of something. */
const isNoHandle = (words: readonly string[]): boolean =>
  !/^(id|key|token|secret|signature|nonce)$/.test(words.at(-1) ?? "");

/** In order of precedence: of several that fit, the first is meant. */
const GUESSES: readonly Guess[] = [
  {
    indicator: "trace_id",
    value: /^(?=.{8,100}$)(?=.*\d)[0-9a-f]+(?:-[0-9a-f]+)*$/i,
    name: (words) => /(trace|request|correlation|transaction|span) ?id$/.test(words.join(" ")),
  },
  { indicator: "aws_account_id", value: /^\d{12}$/, name: (words) => words.join("").includes("account") },
  { indicator: "ip", value: isIP },
  { indicator: "aws_arn", value: /^arn:(?:[^:]*:){4}/ },
  { indicator: "email", value: /^[^\s@:/]{1,64}@[^\s@:/]{1,250}\.[a-z]{2,63}$/i },
  { indicator: "url", value: /^(?:https?|wss?|ftps?):\/\/[^\s/?#]/i },
  { indicator: "md5", value: /^[0-9a-f]{32}$/i, name: isNoHandle },
  { indicator: "sha1", value: /^[0-9a-f]{40}$/i, name: isNoHandle },
  { indicator: "sha256", value: /^[0-9a-f]{64}$/i, name: isNoHandle },
  { indicator: "aws_instance_id", value: /^i-(?:[0-9a-f]{8}|[0-9a-f]{17})$/ },
  { indicator: "mac", value: /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i },
  { indicator: "net_addr", value: isNetAddress },
  {
    indicator: "domain",
    value: /^(?:[a-z0-9_][a-z0-9_-]{0,62}\.)+[a-z][a-z0-9-]{1,62}\.?$/i,
    name: (words) => /(domain|host|fqdn|sni)( ?name)?$|server name$/.test(words.join(" ")),
  },
  {
    indicator: "username",
    value: /^\S{1,128}$/,
    name: (words) => /(user|login) ?name$|(^| )(user|login)$/.test(words.join(" ")),
  },
];

/** An address with a port, the way servers print the other end: `10.0.0.1:443`, `[::1]:443`. */
function isNetAddress(value: string): boolean {
  const [, ipv6, ipv4] = /^(?:\[([^\]]{2,45})\]|([\d.]{7,15})):\d{1,5}$/.exec(value) ?? [];
  return isIP(ipv6 ?? ipv4 ?? "");
}

/** What the values under a name could be, before any was seen. */
export function guessesFor(name: string): readonly Guess[] {
  const words = wordsOf(name);
  return GUESSES.filter((guess) => guess.name?.(words) ?? true);
}

/** The longest value that is looked at: more is no ARN and hardly a URL. */
const LONGEST = 2_048;

/** What is left of the guesses when a value has been seen. */
export function stillFit(guesses: readonly Guess[], value: string): readonly Guess[] {
  if (guesses.length === 0 || value.length > LONGEST) return [];
  return guesses.every((guess) => fits(guess, value))
    ? guesses
    : guesses.filter((guess) => fits(guess, value));
}

function fits({ value: test }: Guess, value: string): boolean {
  return typeof test === "function" ? test(value) : test.test(value);
}
