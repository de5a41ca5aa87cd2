import { readFile } from "node:fs/promises";
import { unreadable } from "../sources/unreadable.ts";

/**
 * The text of a file that the user named.
 *
 * @throws CaracalError `INPUT_UNREADABLE`
 */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw unreadable(path, error);
  }
}
