import { spawn } from "node:child_process";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const REPOSITORY = fileURLToPath(new URL("../../../", import.meta.url));

const ENTRY = join(REPOSITORY, "sdk/cli/caracal.ts");

/** What a command printed, and how it ended. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** Runs the command line as a user does, in a process of its own. */
export function caracal(
  args: readonly string[],
  { cwd = REPOSITORY, input = "", env = {} } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [ENTRY, ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: "1", ...env },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ stdout, stderr, code }));
    child.stdin.end(input);
  });
}

/** A new folder with files in it. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "caracal-test-"));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** The JSON objects of a text, one a line. */
export function ndjson<T>(text: string): T[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** A record of a call, as AWS writes it. */
export function record(id: number, differs: object = {}): string {
  return JSON.stringify({
    schemaType: "ModelInvocationLog",
    timestamp: new Date(Date.UTC(2026, 2, 2, 9, 0, id)).toISOString(),
    accountId: "111122223333",
    identity: { arn: "arn:aws:iam::111122223333:user/dana" },
    requestId: `request-${id}`,
    operation: "Converse",
    modelId: "amazon.nova-lite-v1:0",
    ...differs,
  });
}
