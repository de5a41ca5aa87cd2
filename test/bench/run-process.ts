import { spawn } from "node:child_process";

/** What a process took. */
export interface Usage {
  /** On the clock. */
  readonly seconds: number;
  /** Of all its threads. */
  readonly cpuSeconds: number;
  /** The most memory it had, in MB. */
  readonly megabytes: number;
}

/**
 * Runs a process to its end, and tells what it took.
 *
 * @throws when it ends with anything but 0
 */
export function runProcess(command: string, args: readonly string[]): Promise<Usage> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const env = {
      ...process.env,
      NODE_OPTIONS: `--import ${new URL("tell-usage.mjs", import.meta.url).href}`,
    };
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "ignore", "pipe"], env });
    let told = "";
    child.stdio[3]?.on("data", (data: Buffer) => (told += data.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = (performance.now() - start) / 1_000;
      if (code === 0) resolve({ seconds, ...(JSON.parse(told) as Omit<Usage, "seconds">) });
      else reject(new Error(`${command} ended with ${code}`));
    });
  });
}
