import type { Random } from "../random.ts";

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = UPPER.toLowerCase();
const DIGITS = "0123456789";
const BASE62 = UPPER + LOWER + DIGITS;

const from = (alphabet: string, length: number, random: Random): string =>
  Array.from({ length }, () => alphabet.charAt(random.int(0, alphabet.length - 1))).join("");

/** Makers of secrets, random but in the form that each kind has. */
export const SECRETS = {
  accessKey: (random: Random) => `AKIA${from(`${UPPER}234567`, 16, random)}`,
  sessionKey: (random: Random) => `ASIA${from(`${UPPER}234567`, 16, random)}`,
  bedrockKey: (random: Random) =>
    `ABSK${btoa(`BedrockAPIKey-${from(BASE62, 4, random)}-at-${from(DIGITS, 12, random)}:${from(BASE62, 48, random)}`)}`,
  gitHub: (random: Random) => `ghp_${from(BASE62, 36, random)}`,
  gitHubFine: (random: Random) => `github_pat_${from(BASE62, 22, random)}_${from(BASE62, 59, random)}`,
  gitLab: (random: Random) => `glpat-${from(`${BASE62}-_`, 20, random)}`,
  slack: (random: Random) =>
    `xoxb-${from(DIGITS, 12, random)}-${from(DIGITS, 13, random)}-${from(BASE62, 24, random)}`,
  google: (random: Random) => `AIza${from(`${BASE62}-_`, 35, random)}`,
  anthropic: (random: Random) => `sk-ant-api03-${from(`${BASE62}-_`, 93, random)}AA`,
  privateKey: (random: Random) =>
    `-----BEGIN RSA PRIVATE KEY-----\n${Array.from({ length: 6 }, () => from(`${BASE62}+/`, 64, random)).join("\n")}\n-----END RSA PRIVATE KEY-----`,
  jwt: (random: Random) =>
    `eyJ${from(BASE62, 33, random)}.eyJ${from(BASE62, 90, random)}.${from(`${BASE62}-_`, 43, random)}`,
} as const satisfies Record<string, (random: Random) => string>;

/** A short code word, such as people make up. */
export const codeWord = (random: Random): string =>
  `${from(UPPER, 3, random)}-${from(DIGITS, 4, random)}-${from(UPPER, 3, random)}`;

export const digits = (count: number, random: Random): string => from(DIGITS, count, random);
