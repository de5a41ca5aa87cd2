import { defineCases, invocation } from "caracal/testing";
import { callBy, DANA, OFFLOADED, person, session } from "./call-by.cases.ts";
import { costlyModelBurst } from "./costly-model-burst.ts";
import { operation, OPUS, SONNET } from "./used.cases.ts";

const call = (arn: string, at = 0) => callBy(arn, { modelId: SONNET, operation: operation(at) });

/** A call of a model whose price a case tells. */
const lite = (at: number) => callBy(DANA, { modelId: "amazon.nova-lite-v1:0", operation: operation(at) });

const PROFILE = "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/k3f8";

export const costlyModelBurstCases = defineCases(costlyModelBurst, {
  raises: {
    "100 calls of an application after its first": {
      records: (time) =>
        time
          .at("+0s", callBy(session("a")))
          .at("+6d")
          .every("2m", 101, (at) => call(session(`task-${at}`), at)),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:role/claims-summary took up anthropic.claude-sonnet, a hundred calls of it",
        dedup: "111122223333:role/claims-summary anthropic.claude-sonnet",
        createdAt: "+6d3h20m",
        context: {
          principal: "111122223333:role/claims-summary",
          kind: "role",
          model: "anthropic.claude-sonnet",
          region: "eu-central-1",
          calls: 100,
          since: "2026-03-08T09:00:00.000Z",
        },
        destinations: [],
      },
    },
    "of a key, the last within six hours by a millisecond": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d")
          .every("1m", 100, call(DANA))
          .expectNothing()
          .at("+6d5h59m59s999ms", call(DANA)),
      alert: { severity: "MEDIUM" },
    },
    "of a person, quietly": {
      records: (time) =>
        time
          .at("+0s", callBy(person("kim")))
          .at("+6d")
          .every("1m", 101, call(person("kim"))),
      alert: { severity: "LOW" },
    },
    "once a day": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d")
          .every("1m", 101, call(DANA))
          .expectAlert()
          .at("+70d")
          .every("1m", 101, call(DANA)),
    },
    "calls at 15 dollars a million tokens": {
      organization: { prices: { "amazon.nova-lite": { input: 1, output: 15 } } },
      records: (time) => time.at("+0s", callBy(DANA)).at("+6d").every("1m", 101, lite),
    },
    "calls at 24.99 dollars a million tokens": {
      organization: { prices: { "amazon.nova-lite": { input: 1, output: 24.99 } } },
      records: (time) => time.at("+0s", callBy(DANA)).at("+6d").every("1m", 101, lite),
    },
    "calls whose region nobody knows": {
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d")
          .every("1m", 101, invocation({ modelId: SONNET, region: null })),
      alert: { context: { region: "unknown" } },
    },
  },
  ignores: {
    "calls at 14.99 dollars a million tokens": {
      organization: { prices: { "amazon.nova-lite": { input: 1, output: 14.99 } } },
      records: (time) => time.at("+0s", callBy(DANA)).at("+6d").every("1m", 120, lite),
    },
    "calls at 25 dollars a million tokens": {
      organization: { prices: { "amazon.nova-lite": { input: 1, output: 25 } } },
      records: (time) => time.at("+0s", callBy(DANA)).at("+6d").every("1m", 120, lite),
    },
    "calls of a profile that hides its model": {
      organization: { prices: { "application-inference-profile/k3f8": { input: 1, output: 15 } } },
      records: (time) =>
        time
          .at("+0s", callBy(DANA))
          .at("+6d")
          .every("1m", 120, callBy(DANA, { modelId: PROFILE })),
    },
    "one call less": (time) => time.at("+0s", callBy(DANA)).at("+6d").every("1m", 100, call(DANA)),
    "the last six hours after the first": (time) =>
      time.at("+0s", callBy(DANA)).at("+6d").every("1m", 100, call(DANA)).at("+6d6h", call(DANA)),
    "a model that the application had": (time) =>
      time
        .at("+0s", call(session("a")))
        .at("+6d")
        .every("1m", 120, (at) => call(session("b"), at)),
    "a model that is dearer, which another rule has": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+6d")
        .every("1m", 120, callBy(DANA, { modelId: OPUS, operation: "InvokeModel", ...OFFLOADED })),
    "calls of as many principals": (time) =>
      time
        .at("+0s", callBy(DANA))
        .at("+6d")
        .every("1m", 120, (at) => call(`arn:aws:iam::111122223333:user/user-${at}`, at)),
  },
});
