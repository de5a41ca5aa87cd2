import { defineCases } from "caracal/testing";
import { callBy, OFFLOADED, person } from "./call-by.cases.ts";
import { floodSpread } from "./flood-spread.ts";
import { operation } from "./used.cases.ts";

const user = (at: number) => `arn:aws:iam::111122223333:user/user-${at}`;

/** Calls of so many by turns, three seconds apart, by each after three quiet days of each. */
const byTurns = (who: readonly string[]) => (at: number) =>
  callBy(who[at % who.length] ?? "", { operation: operation(at) });

const four = [1, 2, 3, 4].map(user);

export const floodSpreadCases = defineCases(floodSpread, {
  raises: {
    "forty calls each of four keys": {
      records: (time) => time.every("12h", 20, byTurns(four)).at("+10d2h").every("3s", 160, byTurns(four)),
      alert: {
        severity: "MEDIUM",
        title: "4 principals of account 111122223333 call models far more often than usual",
        dedup: "111122223333",
        createdAt: "+10d2h7m57s",
        context: {
          account: "111122223333",
          principals: 4,
          since: "2026-03-12T11:07:48.000Z",
          last: {
            principal: "111122223333:user/user-4",
            model: "anthropic.claude-3-haiku-20240307-v1:0",
          },
        },
        destinations: [],
      },
    },
    "one after the other, the last within two hours by a millisecond, in streams": {
      records: (time) =>
        time
          .every("12h", 20, byTurns(four))
          .at("+10d2h")
          .every("5s", 120, (at) => callBy(user(1 + (at % 3)), { operation: "ConverseStream", ...OFFLOADED }))
          .expectNothing()
          .at("+10d4h")
          .every("5s", 39, callBy(user(4)))
          .at("+10d4h9m44s999ms", callBy(user(4))),
    },
  },
  ignores: {
    "three keys": (time) =>
      time
        .every("12h", 20, byTurns(four))
        .at("+10d2h")
        .every("3s", 360, byTurns(four.slice(1))),
    "the fourth two hours after the first": (time) =>
      time
        .every("12h", 20, byTurns(four))
        .at("+10d2h")
        .every("5s", 120, (at) => callBy(user(1 + (at % 3))))
        .at("+10d4h6m30s")
        .every("5s", 40, callBy(user(4))),
    "four people": (time) => {
      const people = ["kim", "lou", "ana", "ben"].map((name) => person(name));
      return time.every("12h", 20, byTurns(people)).at("+10d2h").every("3s", 480, byTurns(people));
    },
    "four keys with as much to do each day": (time) =>
      [0, 1, 2, 3].reduce((going, day) => going.at(`+${day}d`).every("3s", 480, byTurns(four)), time),
  },
});
