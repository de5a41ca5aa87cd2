import { expect, test } from "vitest";
import { sourceDecoder } from "../../../sdk/cli/source-decoder.ts";
import { csvParser } from "../../../sdk/event/csv-parser.ts";
import { z } from "../../../sdk/event/index.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";
import type { BrokenRecord } from "../../../sdk/sources/raw-record.ts";

const options = { delimiter: ",", hasHeader: true, emptyValues: [], trimSpace: false, expandFields: {} };
const doors = {
  name: "Custom.Doors",
  parser: csvParser(options),
  decode: () => ({}),
  schema: () => z.object({}),
};
const source = { name: "doors.csv", rereadable: true, read: async function* () {} };

function line(raw: string, offset: number): BrokenRecord {
  return { kind: "rejected", code: "RECORD_JSON_BROKEN", message: "", raw, line: 1, offset };
}

test("a source that is read again has its header again, wherever it was left", () => {
  const decode = sourceDecoder({ logTypes: [doors], digest: sha256, clock: () => new Date(0) });
  const skipped = [
    line("door,floor", 0),
    // Read again when only the header had been read, and again after a row.
    line("door,floor", 0),
    line("front,1", 11),
    line("door,floor", 0),
    line("door,floor", 11),
  ].map((record) => decode(record, source).isSkipped === true);
  expect(skipped).toEqual([true, true, false, true, false]);
});
