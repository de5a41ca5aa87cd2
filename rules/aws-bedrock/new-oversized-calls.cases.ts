import { defineCases } from "caracal/testing";
import { callBy, DANA, OFFLOADED, session } from "./call-by.cases.ts";
import { newOversizedCalls } from "./new-oversized-calls.ts";
import { operation, used } from "./used.cases.ts";

/** A call of a hundred thousand tokens. */
const large = (at = 0, arn = DANA) => used(100_000, { operation: operation(at), identity: { arn } });

/** Somebody else's, with whom the account's days are counted. */
const known = used(90_000, { identity: { arn: session("night") } });

export const newOversizedCallsCases = defineCases(newOversizedCalls, {
  raises: {
    "five after the first": {
      records: (time) =>
        time
          .at("+0s", known)
          .at("+6d")
          .every("10m", 6, (at) => large(at)),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:user/dana begins to make oversized Bedrock calls",
        dedup: "111122223333:user/dana",
        createdAt: "+6d50m",
        context: {
          principal: "111122223333:user/dana",
          calls: 5,
          since: "2026-03-08T09:10:00.000Z",
          lastCall: { model: "anthropic.claude-3-haiku-20240307-v1:0", tokens: 100_000 },
        },
        destinations: [],
      },
    },
    "slowly, the last within twelve hours by a millisecond": {
      records: (time) =>
        time
          .at("+0s", known)
          .at("+6d")
          .every("2h", 5, large(1))
          .expectNothing()
          .at("+6d11h59m59s999ms", large(3)),
    },
    "once a day": {
      records: (time) =>
        time
          .at("+0s", known)
          .at("+6d")
          .every("10m", 7, (at) => large(at))
          .expectAlert()
          .at("+40d")
          .every("10m", 7, (at) => large(at)),
    },
  },
  ignores: {
    "four after the first": (time) =>
      time
        .at("+0s", known)
        .at("+6d")
        .every("10m", 5, (at) => large(at)),
    "the fifth twelve hours after the first": (time) =>
      time
        .at("+0s", known)
        .at("+6d")
        .every("10m", 5, (at) => large(at))
        .at("+6d12h", large()),
    "a principal that did so before": (time) =>
      time
        .at("+0s", known)
        .at("+6d")
        .every("5m", 7, used(90_000, { identity: { arn: session("day") } })),
    "one each of many people": (time) =>
      time
        .at("+0s", known)
        .at("+6d")
        .every("10m", 12, (at) => large(at, `arn:aws:iam::111122223333:user/user-${at}`)),
    "long conversations of ordinary size": (time) =>
      time
        .at("+0s", known, callBy(DANA))
        .at("+6d")
        .every(
          "1m",
          30,
          callBy(DANA, {
            operation: "ConverseStream",
            input: { ...OFFLOADED.input, inputTokenCount: 40_000 },
            output: OFFLOADED.output,
          }),
        ),
  },
});
