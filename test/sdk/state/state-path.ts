import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The path of a state file that does not exist yet, in a folder of its own. */
export async function newPath(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), "caracal-state-")), "state.db");
}
