import { defineCases } from "caracal/testing";
import { session } from "./call-by.cases.ts";
import { newSize } from "./new-size.ts";
import { used } from "./used.cases.ts";

const large = (arn: string) => used(80_000, { identity: { arn } });
const small = (arn: string) => used(79_999, { identity: { arn }, operation: "InvokeModel" });

export const newSizeCases = defineCases(newSize, {
  raises: {
    "a role's first large call after five days, to the millisecond": {
      records: (time) => time.at("+0s", small(session("a"))).at("+5d", large(session("b"))),
    },
    "a large one in any second of a minute": {
      records: (time) => time.at("+0s", used(1)).at("+6d59s", used(80_000)),
    },
    "read and written, in a stream": {
      records: (time) =>
        time
          .at("+0s", used(1))
          .at("+6d", used(79_999, { output: { outputTokenCount: 1 }, operation: "ConverseStream" })),
    },
    "after thirty days": {
      records: (time) =>
        time.at("+0s", used(80_000)).at("+29d", used(80_000)).expectMatches(0).at("+59d", used(80_000)),
    },
  },
  ignores: {
    "an ordinary call where all were large, outside the first six seconds of a minute": (time) =>
      time.at("+0s", used(80_000)).at("+6d6s", used(1)),
    "before five days are over": (time) => time.at("+0s", used(1)).at("+4d23h59m59s999ms", used(80_000)),
    "ordinary calls of whoever makes them": (time) => time.every("1d", 9, small(session("a"))),
    "large calls of whoever makes them": (time) => time.every("1d", 9, large(session("a"))),
    "a call that failed": (time) =>
      time.at("+0s", used(1)).at("+6d", used(90_000, { errorCode: "ModelTimeoutException" })),
    "another account's first": (time) =>
      time.at("+0s", used(1)).at("+6d", used(90_000, { accountId: "444455556666" })),
  },
});
