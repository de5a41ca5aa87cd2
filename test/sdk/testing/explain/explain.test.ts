import { expect, test } from "vitest";
import type { AnyEvent } from "../../../../sdk/event/log-types.ts";
import type { Detection } from "../../../../sdk/rule/step.ts";
import { explain, type Explained } from "../../../../sdk/testing/explain/explain.ts";
import { calls, user } from "./events.ts";
import * as rules from "./explained-rules.ts";

const denied = { errorCode: "AccessDeniedException" };

type Case = readonly [what: string, rule: Detection, events: AnyEvent[], more?: Partial<Explained>];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  detect: [
    [
      "one part of several was false, others were not asked",
      rules.parts,
      [...calls(1, 18), ...calls(1, 1, { operation: "InvokeModel" }, "2026-03-02T10:00:00Z")],
    ],
    [
      "statements, a name for a condition, and a negation",
      rules.statements,
      [
        ...calls(1, 1),
        ...calls(1, 1, { region: "us-east-1", errorCode: "ThrottlingException" }, "2026-03-02T10:00:00Z"),
        ...calls(
          1,
          1,
          { region: "us-east-1", identity: user("dana", "444455556666") },
          "2026-03-02T11:00:00Z",
        ),
      ],
    ],
    ["a function from elsewhere", rules.named, calls(1, 1)],
    ["a condition asked of each element", rules.lists, calls(1, 1)],
    ["a condition asked again and again, and one after it", rules.looping, calls(1, 1)],
    ["a throw", rules.throwing, calls(1, 1)],
    ["an exception applies", rules.excepted, calls(1, 1, { identity: user("load-test") })],
    [
      "the exception has expired",
      rules.excepted,
      calls(1, 1, { identity: user("load-test") }, "2027-01-01T00:00:00Z"),
    ],
    ["something other than a boolean", rules.notBoolean, calls(1, 1)],
    ["the event is changed", rules.changing, calls(1, 1)],
    [
      "a match that should be none",
      rules.parts,
      calls(1, 1, { modelId: "anthropic.claude-opus-4" }),
      { quiet: true },
    ],
    ["no event of the rule's log type", rules.parts, []],
    ["a field that is written in two ways", rules.optional, calls(1, 1, { output: null })],
    [
      "a field that was left out, because it did not fit",
      rules.optional,
      calls(1, 1, { output: { outputTokenCount: "20 MB" } } as never),
    ],
  ],
  windows: [
    ["one short", rules.counted, calls(1, 3, denied)],
    ["an alert that should be none", rules.counted, calls(1, 6, denied), { quiet: true }],
    [
      "apart in groups, and in time",
      rules.counted,
      calls(5, 8, (at) => ({ ...denied, identity: user(`u${at % 2}`) })),
    ],
    ["exactly as far apart as the window is long", rules.counted, calls(5, 4, denied)],
    ["too few different values", rules.unique, calls(2, 8, (at) => ({ modelId: `amazon.m${at % 2}` }))],
    ["different values too far apart", rules.unique, calls(10, 8, (at) => ({ modelId: `amazon.m${at}` }))],
    [
      "a sum, and a group without a name",
      rules.summed,
      calls(10, 3, { identity: null, input: { inputTokenCount: 650_000 } }),
    ],
    ["a sum of nothing", rules.summed, calls(10, 2, { input: null, output: null })],
    [
      "a sum of what was left out",
      rules.summed,
      calls(10, 2, { input: { inputTokenCount: "20 MB" }, output: null } as never),
    ],
    [
      "a second alert that does not come: some joined the first, the others were too few",
      rules.counted,
      [...calls(1, 6, denied), ...calls(1, 3, denied, "2026-03-02T11:00:00Z")],
      { quiet: false },
    ],
    ["matches that join an alert", rules.any, calls(20, 5), { quiet: false }],
    ["silences that join an alert", rules.slowlySilent, calls(100, 3), { quiet: false }],
    [
      "first seen: joined an alert",
      rules.firstSeen,
      [...calls(1, 1), ...calls(1, 2, (at) => ({ identity: user(`u${at}`) }), "2026-03-13T09:00:00Z")],
      { quiet: false },
    ],
    [
      "a baseline that was exceeded",
      rules.baseline,
      [...calls(60, 240), ...calls(1, 20, {}, "2026-03-13T09:00:30Z")],
    ],
    ["a share that is too small", rules.ratio, calls(1, 12, (at) => (at % 3 === 0 ? denied : {}))],
    ["a share of too few", rules.ratio, calls(1, 6, denied)],
    [
      "a baseline that still warms up",
      rules.baseline,
      [...calls(60, 90), ...calls(1, 20, {}, "2026-03-06T09:00:00Z")],
    ],
    [
      "a baseline that is usual",
      rules.baseline,
      [...calls(15, 1_000), ...calls(10, 6, {}, "2026-03-13T09:00:30Z")],
    ],
    ["a silence that has not come", rules.silent, calls(10, 3)],
    [
      "a baseline below its floor",
      rules.baseline,
      [...calls(120, 100), ...calls(10, 4, {}, "2026-03-13T09:00:30Z")],
    ],
    ["silences", rules.silent, calls(100, 3)],
    [
      "first seen: learning, then known",
      rules.firstSeen,
      [
        ...calls(60, 4, (at) => ({ identity: user(`u${at % 2}`) })),
        ...calls(1, 1, { identity: user("u0") }, "2026-03-13T09:00:00Z"),
      ],
    ],
    [
      "first seen: new",
      rules.firstSeen,
      [...calls(1, 1), ...calls(1, 1, { identity: user("new") }, "2026-03-13T09:00:00Z")],
    ],
    [
      "first seen: learning, by several keys",
      rules.firstSeen,
      [
        ...calls(1, 1, { identity: user("mac") }),
        ...calls(1, 1, { identity: user("kali") }, "2026-03-03T09:00:00Z"),
      ],
    ],
    ["first seen: very many keys", rules.firstSeen, calls(1, 13, (at) => ({ identity: user(`u${at}`) }))],
    [
      "first seen: new, by a key of several parts",
      rules.firstUse,
      [...calls(1, 1), ...calls(1, 1, { identity: user("new") }, "2026-03-13T09:00:00Z")],
    ],
    ["signals", rules.signal, calls(1, 3)],
    [
      "the same record twice, and one too late",
      rules.counted,
      [
        ...calls(1, 1, denied),
        ...calls(1, 1, denied),
        ...calls(1, 1, denied, "2026-03-02T10:00:00Z"),
        ...calls(1, 1, denied, "2026-03-02T09:40:00Z"),
      ],
    ],
  ],
  correlations: [
    ["the second step never came", rules.probedThenUsed, calls(10, 3, denied)],
    ["the first step never came", rules.probedThenUsed, calls(10, 3)],
    [
      "the steps came to different keys",
      rules.probedThenUsed,
      calls(10, 3, (at) => (at < 2 ? { ...denied, identity: user(`u${at}`) } : {})),
    ],
    [
      "the first step left the window",
      rules.probedThenUsed,
      [...calls(1, 2, denied), ...calls(1, 1, {}, "2026-03-02T12:00:00Z")],
    ],
    ["the second step came too early", rules.probedThenUsed, calls(10, 3, (at) => (at > 0 ? denied : {}))],
    [
      "it completed, and should not",
      rules.probedThenUsed,
      calls(10, 3, (at) => (at < 2 ? denied : {})),
      { quiet: true },
    ],
    ["what must not come came", rules.usedAlone, calls(10, 3, (at) => (at > 1 ? denied : {}))],
    [
      "what must not come came, and the window has passed",
      rules.usedAlone,
      [...calls(10, 2, (at) => (at > 0 ? denied : {})), ...calls(1, 1, denied, "2026-03-02T11:00:00Z")],
    ],
    ["what must not come came in between", rules.usedBetween, calls(10, 3, (at) => (at === 1 ? denied : {}))],
    [
      "what must not come came in between, and nothing after it",
      rules.usedBetween,
      calls(10, 2, (at) => (at === 1 ? denied : {})),
    ],
    ["it completed as time passed", rules.usedAlone, calls(100, 2, (at) => (at > 0 ? denied : {}))],
    [
      "a key was empty",
      rules.probedByRole,
      calls(10, 2, (at) => (at === 0 ? { ...denied, identity: null } : {})),
    ],
    [
      "a key was empty in some",
      rules.probedByRole,
      calls(10, 2, (at) => ({ ...denied, identity: at === 0 ? null : user("dana") })),
    ],
    ["the log ended too early for an absence", rules.usedAlone, calls(10, 1)],
    ["a step waits for alerts, and there were only matches", rules.alertThenUsed, calls(1, 2, denied)],
  ],
};

test.each(Object.keys(CASES))("%s: a failed test says why", async (subject) => {
  const told = (CASES[subject] ?? []).map(
    ([what, rule, events, more]) => `## ${what}\n${explain({ rule, events, ...more })}\n`,
  );
  await expect(told.join("\n")).toMatchFileSnapshot(`golden/${subject}.txt`);
});

test("an explanation is short, however much there is to explain", () => {
  const events = calls(1, 500, (at) => ({ ...denied, identity: user(`u${at}`), modelId: `m.${at}` }));
  const text = explain({ rule: rules.counted, events });
  expect(text.split("\n").length).toBeLessThanOrEqual(40);
  expect(text).toContain("fell apart into 500 groups");
});
