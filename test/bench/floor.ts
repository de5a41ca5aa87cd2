/**
 * The least that any program must do to read a log of JSON: unzip it, split it into lines, and parse each.
 * `node floor.ts FILE`
 */
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

const [file = ""] = process.argv.slice(2);
let rest = "";
let records = 0;
const gunzip = createReadStream(file).pipe(createGunzip());
gunzip.setEncoding("utf8");
for await (const chunk of gunzip as AsyncIterable<string>) {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) if (JSON.parse(line) !== null) records++;
}
process.stdout.write(`${records}\n`);
