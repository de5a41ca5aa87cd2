import { defineCases } from "caracal/testing";
import { callBy, DANA, OFFLOADED, person } from "./call-by.cases.ts";
import { expensiveModelSpread } from "./expensive-model-spread.ts";
import { operation, OPUS, SONNET } from "./used.cases.ts";

/** The first call of one of many users. */
const first = (at: number, modelId = OPUS) =>
  callBy(`arn:aws:iam::111122223333:user/user-${at}`, { modelId, operation: operation(at) });

export const expensiveModelSpreadCases = defineCases(expensiveModelSpread, {
  raises: {
    "four keys within six hours, by a millisecond": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d")
          .every("10m", 3, (at) => first(at))
          .expectNothing()
          .at("+6d5h59m59s999ms", first(3)),
      alert: {
        severity: "MEDIUM",
        title: "4 principals take up anthropic.claude-opus at once",
        dedup: "111122223333 anthropic.claude-opus",
        createdAt: "+6d5h59m59s999ms",
        context: {
          principals: 4,
          since: "2026-03-08T09:00:00.000Z",
          last: {
            principal: "111122223333:user/user-3",
            kind: "user",
            model: "anthropic.claude-opus",
            region: "eu-central-1",
          },
        },
        destinations: [],
      },
    },
    "four roles, in streams": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d")
          .every("1m", 4, (at) =>
            callBy(`arn:aws:sts::111122223333:assumed-role/app-${at}/task`, {
              modelId: SONNET,
              operation: "ConverseStream",
            }),
          ),
    },
    "once a day": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d")
          .every("1m", 4, (at) => first(at))
          .expectAlert({ createdAt: "+6d3m" })
          .at("+6d23h58m")
          .every("1m", 4, (at) => first(at + 10))
          .expectUpdate()
          .at("+7d1h")
          .every("1m", 4, (at) => first(at + 20)),
    },
    "four keys, where nobody knows the region": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d")
          .every("1m", 4, (at) => ({ ...first(at), region: null })),
      alert: { context: { last: { region: "unknown" } } },
    },
    "four keys of two accounts each": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA), callBy(DANA, { accountId: "444455556666" }))
          .at("+6d")
          .every("1m", 8, (at) => ({ ...first(at), accountId: at % 2 ? "111122223333" : "444455556666" })),
      alert: [
        { dedup: "444455556666 anthropic.claude-opus" },
        { dedup: "111122223333 anthropic.claude-opus" },
      ],
    },
    "four keys at fifteen dollars a million tokens": {
      organization: { prices: { "amazon.nova-lite": { input: 1, output: 15 } } },
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d")
          .every("1m", 4, (at) => first(at, "amazon.nova-lite-v1:0")),
    },
  },
  ignores: {
    "four keys with a cheaper model": {
      organization: { prices: { "amazon.nova-lite": { input: 1, output: 14.99 } } },
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d")
          .every("1m", 9, (at) => first(at, "amazon.nova-lite-v1:0")),
    },
    "three keys": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+6d")
        .every("1m", 3, (at) => first(at)),
    "four, the last six hours after the first": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+6d")
        .every("1m", 3, (at) => first(at))
        .at("+6d6h", first(3)),
    "four people who try a model": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+6d")
        .every("1m", 4, (at) => callBy(person(`colleague-${at}`), { modelId: OPUS, ...OFFLOADED })),
    "four keys with two models": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+6d")
        .every("1m", 4, (at) => first(at, at % 2 === 0 ? OPUS : SONNET)),
    "one key with four calls": (time) => time.at("+0s", callBy(DANA)).at("+6d").every("1m", 4, first(1)),
  },
});
