import { extname, relative } from "node:path";
import { Worker } from "node:worker_threads";
import { CaracalError } from "../base/caracal-error.ts";
import type { RulesToTest } from "./test-rules.ts";

/** What the thread tells: the file that it begins to load, then what all of them hold. */
export type FromRulesWorker =
  | { readonly kind: "begun"; readonly file: string }
  | ({ readonly kind: "done" } & RulesToTest);

/**
 * Loads rule files in a thread of their own: as they are now, whatever was loaded before, and a file that loops for ever
 * holds up nothing.
 *
 * @param limit milliseconds that one file may take
 * @throws CaracalError `RULE_FILE_BROKEN` for a file that does not come to an end, or ends its thread
 */
export async function rulesInThread(files: readonly string[], limit: number): Promise<RulesToTest> {
  // The package that is published holds the same file as JavaScript.
  const worker = new Worker(new URL(`rules-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: files,
  });
  const found = Promise.withResolvers<RulesToTest>();
  let [file, timer]: [string | undefined, NodeJS.Timeout | undefined] = [undefined, undefined];
  const fail = (message: string): void => found.reject(broken(file, message));
  worker.on("message", (message: FromRulesWorker) => {
    clearTimeout(timer);
    if (message.kind === "done") return found.resolve(message);
    file = message.file;
    timer = setTimeout(() => fail(`loading it does not come to an end within ${limit / 1_000} s`), limit);
  });
  worker.on("error", (error) => fail(`loading it fails: ${String(error)}`));
  worker.on("exit", () => fail("it ends the process, or waits for what never comes"));
  try {
    return await found.promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function broken(file: string | undefined, message: string): CaracalError {
  const fix = "look at what it does at its top, and what it imports: a rule file only defines rules";
  const source = file === undefined ? {} : { source: relative(process.cwd(), file) };
  return new CaracalError({ code: "RULE_FILE_BROKEN", ...source, message, fix });
}
