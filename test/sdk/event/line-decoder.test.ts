import { describe, expect, test } from "vitest";
import type { Decoding } from "../../../sdk/event/decoding.ts";
import { csvParser, type JsonObject, z } from "../../../sdk/event/index.ts";
import { lineDecoders } from "../../../sdk/event/line-decoder.ts";
import type { OpenLineParser } from "../../../sdk/event/line-parser.ts";
import type { LogType } from "../../../sdk/event/log-type.ts";
import { sha256 } from "../../../sdk/event/sha256.ts";

/** A log type of lines: a user, who must be there, and perhaps a count. */
function logType(name: string, parser?: OpenLineParser): LogType {
  return {
    name,
    ...(parser && { parser }),
    keys: ["user"],
    decode(record: JsonObject, to: Decoding) {
      const user = to.string(record.user, "user");
      if (user === undefined) to.require(record.user, "user");
      const count = to.integer(record.count, "count", "int");
      return { ...(user !== undefined && { user }), ...(count !== undefined && { count }) };
    },
    schema: () => z.object({}),
  };
}

/** Reads lines that begin with a word. */
function after(word: string, read: (rest: string) => JsonObject | "skipped"): OpenLineParser {
  return () => (line) => (line.startsWith(word) ? read(line.slice(word.length)) : undefined);
}

const csv = csvParser({
  delimiter: ",",
  hasHeader: true,
  emptyValues: [],
  trimSpace: false,
  expandFields: {},
});

const skipping = logType(
  "Skipping",
  after("#", () => "skipped"),
);
const refusing = logType(
  "Refusing",
  after("", () => ({})),
);
const doubting = logType(
  "Doubting",
  after("", (user) => ({ user, count: "many" })),
);
const taking = logType(
  "Taking",
  after("", (user) => ({ user })),
);
const alsoTaking = logType(
  "AlsoTaking",
  after("", (user) => ({ user, count: "1" })),
);

function open(...logTypes: readonly LogType[]) {
  const opened = lineDecoders({ logTypes, digest: sha256, clock: () => new Date(0) })?.();
  if (opened === undefined) throw new Error("no log type has a parser");
  return opened;
}

/** What became of a line: the event's log type, or why there is none. */
function becomes(line: string, ...logTypes: readonly LogType[]): string {
  const found = open(...logTypes)(line);
  return typeof found === "object" ? (found.decoded.event?.p_log_type ?? "refused") : found;
}

test("there is no decoder of lines where no log type has a parser", () => {
  expect(
    lineDecoders({ logTypes: [logType("Json")], digest: sha256, clock: () => new Date(0) }),
  ).toBeUndefined();
});

describe("of several log types that know a line", () => {
  test("the first that takes it gets it", () => {
    expect(becomes("# amy", refusing, taking, alsoTaking)).toBe("Taking");
    expect(becomes("# amy", alsoTaking, taking, refusing)).toBe("AlsoTaking");
  });

  test.each<[string, readonly LogType[], string]>([
    ["one that takes it goes before one that refuses it", [refusing, taking], "Taking"],
    ["one that has no issue goes before one that has", [doubting, taking], "Taking"],
    ["one with an issue goes before one that refuses it", [refusing, doubting], "Doubting"],
    ["one that refuses it goes before one that skips it", [skipping, refusing], "refused"],
    ["one that takes it goes before one that skips it", [skipping, taking], "Taking"],
    ["all may skip it", [skipping, logType("Json"), skipping], "skipped"],
  ])("%s", (_, logTypes, name) => {
    expect(becomes("# amy", ...logTypes)).toBe(name);
    expect(becomes("# amy", ...logTypes.toReversed())).toBe(name);
  });
});

describe("a line that no parser knows is refused", () => {
  const [a, b, c, d, e] = Array.from("ABCDE", (name) =>
    logType(
      name,
      after("!", () => ({ user: "amy" })),
    ),
  );

  test.each([
    ["by the one there is", [a], "A"],
    ["by three", [a, b, c], "A, B, C"],
    ["by many, of which it names three", [a, b, c, d, e], "A, B, C or 2 more"],
  ])("%s", (_, logTypes, names) => {
    const found = open(...logTypes.filter((one) => one !== undefined))("amy");
    const refusal = { code: "RECORD_NOT_CLASSIFIED", message: `neither JSON nor a line of ${names}` };
    expect(found).toMatchObject({ decoded: refusal });
  });
});

test("each source has a header of its own, which holds for its later lines", () => {
  const openSource = lineDecoders({
    logTypes: [logType("Csv", csv)],
    digest: sha256,
    clock: () => new Date(0),
  });
  const [one, other] = [openSource?.(), openSource?.()];
  expect([one?.("user,count"), other?.("count,user")]).toEqual(["skipped", "skipped"]);
  expect([one?.("amy,1"), other?.("2,bob")]).toMatchObject([
    { decoded: { event: { user: "amy", count: 1 } } },
    { decoded: { event: { user: "bob", count: 2 } } },
  ]);
});

test("a line's event tells its file, and the line's fields stay when the parser has moved on", () => {
  const decode = open(logType("Csv", csv));
  decode("user,count");
  const first = decode("amy,1", { path: "doors.csv" });
  decode("bob,2");
  if (typeof first !== "object") throw new Error("the line is of no log type");
  expect(first.decoded.event).toMatchObject({ user: "amy", count: 1, p_source_file: { path: "doors.csv" } });
  expect(first.fields).toEqual({ logType: "Csv", record: { user: "amy", count: "1" } });
});
