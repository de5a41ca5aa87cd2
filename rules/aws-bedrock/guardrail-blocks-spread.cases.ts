import { defineCases } from "caracal/testing";
import { UNTOLD } from "./call-by.cases.ts";
import { blocked, blockedStream, FOUND } from "./guarded-bodies.cases.ts";
import { guardrailBlocksSpread } from "./guardrail-blocks-spread.ts";

const user = (at: number) => ({ identity: { arn: `arn:aws:iam::111122223333:user/u${at}` } });

export const guardrailBlocksSpreadCases = defineCases(guardrailBlocksSpread, {
  raises: {
    "four users within an hour, by a millisecond": {
      records: (time) =>
        time
          .every("1m", 3, (at) => blocked(FOUND.attack, user(at)))
          .expectNothing()
          .at("+59m59s999ms", blockedStream(FOUND.hate, user(3))),
      alert: {
        severity: "MEDIUM",
        title: "A guardrail is sure of attacks by several principals of account 111122223333",
        dedup: "111122223333",
        context: { principals: 4, principal: "111122223333:user/u3" },
        destinations: [],
      },
    },
    "once an hour": {
      records: (time) =>
        time
          .every("1m", 4, (at) => blocked(FOUND.attack, user(at)))
          .expectAlert()
          .at("+2h")
          .every("1m", 4, (at) => blocked(FOUND.attack, user(at))),
      alert: { createdAt: "+2h3m" },
    },
  },
  ignores: {
    "calls whose bodies are stored elsewhere": (time) => time.every("1m", 40, UNTOLD),
    "one user four times": (time) => time.every("1m", 4, blocked(FOUND.attack)),
    "four users, the last an hour after the first": (time) =>
      time.every("1m", 3, (at) => blocked(FOUND.attack, user(at))).at("+1h", blocked(FOUND.attack, user(3))),
    "denied topics of four users, in streams": (time) =>
      time.every("1m", 4, (at) => blockedStream(FOUND.topic, user(at))),
  },
});
