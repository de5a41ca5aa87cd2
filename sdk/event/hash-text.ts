import { hash } from "node:crypto";
import type { HashAlgorithm } from "../schema/transformations.ts";

/**
 * The digest of a salt and a text, in hexadecimal digits, that stands in place of the text. Who knows the salt can
 * still find out whether it was a text that he guesses.
 *
 * @example
 * hashText("amy", "md5", ""); // "7771fbb20af6ef10827c593daa3aff7b"
 */
export function hashText(text: string, algorithm: HashAlgorithm, salt: string): string {
  return hash(algorithm, salt + text, "hex");
}
