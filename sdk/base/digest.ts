/**
 * Hashes a text to 32 hexadecimal digits: the first 128 bits of its SHA-256. Row ids and alert ids are made with
 * it. It comes in as an argument, because each platform has a fast one of its own.
 */
export type Digest = (text: string) => string;
