import { defineCases } from "caracal/testing";
import { callBy, DANA, OFFLOADED, session } from "./call-by.cases.ts";
import { newcomerRoams } from "./newcomer-roams.ts";

const MODELS = [
  "amazon.nova-pro-v1:0",
  "us.anthropic.claude-3-opus-20240229-v1:0",
  "meta.llama3-70b-instruct-v1:0",
  "mistral.mistral-large-2402-v1:0",
  "anthropic.claude-3-haiku-20240307-v1:0",
];

/** A call of one of five models by a role that is new. */
const roams = (at: number) =>
  callBy(session("task"), {
    modelId: MODELS[at % 5] ?? "",
    operation: at % 2 === 0 ? "Converse" : "InvokeModelWithResponseStream",
  });

export const newcomerRoamsCases = defineCases(newcomerRoams, {
  raises: {
    "a new role with five kinds of model": {
      records: (time) => time.every("1d", 6, callBy(DANA)).at("+6d").every("10m", 5, roams),
      alert: {
        severity: "MEDIUM",
        title: "111122223333:role/claims-summary is new, and used 5 kinds of model at once",
        dedup: "111122223333:role/claims-summary",
        createdAt: "+6d40m",
        context: { principal: "111122223333:role/claims-summary", model: "amazon.nova-pro-v1:0" },
        destinations: [],
      },
    },
    "the fifth kind within a day, by a millisecond": {
      records: (time) =>
        time.every("1d", 6, callBy(DANA)).at("+6d").every("1m", 4, roams).at("+6d23h59m59s999ms", roams(4)),
      alert: { createdAt: "+6d23h59m59s999ms" },
    },
  },
  ignores: {
    "a new role with four kinds of model": (time) =>
      time.every("1d", 6, callBy(DANA)).at("+6d").every("10m", 4, roams),
    "a new role with versions of the same model": (time) =>
      time
        .every("1d", 6, callBy(DANA))
        .at("+6d")
        .every("1m", 5, (at) =>
          callBy(session("task"), { modelId: `anthropic.claude-haiku-${at}-5-20251001-v1:0` }),
        ),
    "the fifth kind after a day": (time) =>
      time.every("1d", 6, callBy(DANA)).at("+6d").every("1m", 4, roams).at("+7d", roams(4)),
    "a role that is known": (time) =>
      time
        .every("1d", 6, callBy(session("task")))
        .at("+6d")
        .every("1m", 5, roams),
    "a new role beside another that tries models": (time) =>
      time
        .every("1d", 6, callBy(DANA))
        .at("+6d", roams(0))
        .every("1m", 5, (at) => callBy(DANA, { modelId: MODELS[at] ?? "", ...OFFLOADED })),
  },
});
