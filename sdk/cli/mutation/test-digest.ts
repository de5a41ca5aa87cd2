import { createHash } from "node:crypto";
import { readModules } from "../read-modules.ts";

/** Hexadecimal digits of a digest: enough to see a change, few enough for a table. */
const DIGITS = 12;

/**
 * A digest of a rule file, of its tests, and of the project's files that they import. As long as it is the same, so is
 * the rule's score, but for changes of Caracal itself.
 *
 * @param file path of the rule file
 * @param tests paths of its test files
 */
export async function testDigest(file: string, tests: readonly string[]): Promise<string> {
  const { texts } = await readModules([file, ...tests]);
  const hash = createHash("sha256");
  // Sorted, and without the paths: the same files give the same digest wherever the project lies.
  for (const text of [...texts.values()].toSorted()) hash.update(`${text.length} ${text}`);
  return hash.digest("hex").slice(0, DIGITS);
}
