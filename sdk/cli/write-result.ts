import { textFile } from "./text-file.ts";

/**
 * Writes what a command has found out: to a file, of which it tells on standard error, or to standard output.
 *
 * @param out path of the file. Default: standard output
 */
export function writeResult(text: string, out: string | undefined): void {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  const file = textFile(out);
  file.write(text);
  file.close();
  process.stderr.write(`${out} written\n`);
}
