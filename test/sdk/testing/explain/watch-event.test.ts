import { expect, test } from "vitest";
import type { AnyEvent } from "../../../../sdk/event/log-types.ts";
import { watchEvent } from "../../../../sdk/testing/explain/watch-event.ts";

const WHY = " (left out: expected bigint, found text)";

interface Log {
  readonly bytes?: number;
  readonly other?: number;
  readonly "content-length"?: number;
  readonly size: { readonly bytes?: number };
  readonly parts: readonly { readonly bytes?: number }[];
}

type Case = readonly [what: string, path: string, look: (event: Log) => unknown, why: string | undefined];

test.each<Case>([
  ["a field", "bytes", (event: Log) => event.bytes, WHY],
  ["a field of an object", "size.bytes", (event: Log) => event.size.bytes, WHY],
  ["a field of an element", "parts[].bytes", (event: Log) => event.parts[1]?.bytes, WHY],
  ["a name that is no word", "content-length", (event: Log) => event["content-length"], WHY],
  ["a field that was never there", "bytes", (event: Log) => event.other, undefined],
  [
    "a field that is there in this element",
    "parts[].bytes",
    (event: Log) => event.parts[0]?.bytes,
    undefined,
  ],
])("why %s is not there is told with it", (_, path, look, why) => {
  const event = {
    size: {},
    parts: [{ bytes: 1 }, {}],
    p_field_issues: [{ path, expected: "bigint", found: "text" }],
  } as unknown as AnyEvent;
  const told: (string | undefined)[] = [];
  look(watchEvent(event, (read) => told.push(read.why)) as unknown as Log);
  expect(told.at(-1)).toBe(why);
});
