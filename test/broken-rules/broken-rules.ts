/** A rule that is wrong in one way, the tool that finds it, and what the tool says. */
export interface BrokenRule {
  /** What is wrong with it. */
  readonly fault: string;
  readonly tool: "check" | "fuzz" | "test" | "mutate";
  /** What differs from a sound rule, as source. The line that is wrong ends in `// <-`; else it is that of the id. */
  readonly differs: string;
  /** Keys of a sound rule that it does not have. */
  readonly leaves?: readonly string[];
  /** Whether its tests lack a case in which it stays quiet. */
  readonly isQuietUntested?: boolean;
  /** What is told, in one go: PLACE is the line that is wrong, then comes what is wrong, then what to do. */
  readonly told: string;
}

/** One for each kind of fault, by the name of its file. */
export const BROKEN_RULES: Readonly<Record<string, BrokenRule>> = {
  "misspelt-field": {
    fault: "reads a field that its log type does not have",
    tool: "check",
    differs: `detect: (event) =>
    (event as unknown as { modelID: string }).modelID === "opus", // <-`,
    told: "^PLACE error RULE_FIELD_UNKNOWN modelID is no field .*; did you mean modelId\\?$",
  },
  "unknown-technique": {
    fault: "reports a technique that does not exist",
    tool: "check",
    differs: `reports: {
    "MITRE ATLAS": ["AML.T9999"], // <-
  },`,
    told: "^PLACE error RULE_REPORT_INVALID MITRE ATLAS has no technique AML\\.T9999; look it up at https://.*$",
  },
  "expired-exception": {
    fault: "has an exception that has ended",
    tool: "check",
    differs: `exceptions: [
    {
      id: "load-test",
      reason: "The load test of spring.",
      owner: "team@example.org",
      expires: "2026-04-01", // <-
      when: (event) => event.region === "eu-west-1",
    },
  ],`,
    told: "^PLACE warning RULE_EXCEPTION_EXPIRED .* ended on 2026-04-01.*; ask its owner, team@example\\.org, .*$",
  },
  "slow-regex": {
    fault: "has a regular expression that takes for ever on some texts",
    tool: "check",
    differs: `detect: (event) =>
    /^(\\w+\\s?)*$/.test(event.modelId), // <-`,
    told: "^PLACE error RULE_REGEX_SLOW .* takes exponential time.*; let no text match its repetitions in two ways.*$",
  },
  "reads-the-clock": {
    fault: "depends on the time of day",
    tool: "check",
    differs: `detect: (event) =>
    event.errorCode !== undefined && Date.now() > 0, // <-`,
    told: "^PLACE error RULE_IMPURE Date\\.now reads the clock.*; take the time from the event: event\\.p_event_time$",
  },
  "a-group-for-each-event": {
    fault: "groups by a title that is different for each event",
    tool: "check",
    differs: `threshold: 5,
  title: (event) => \`request \${event.requestId} failed\`, // <-`,
    leaves: ["dedup"],
    told: "^PLACE error RULE_GROUP_PER_EVENT .* it reads requestId.*; add a dedup .*$",
  },
  "no-runbook": {
    fault: "pages people without telling them what to do",
    tool: "check",
    differs: "",
    leaves: ["runbook"],
    told: "^PLACE warning RULE_RUNBOOK_MISSING .* has no runbook.*; say what to look at and what to do, in this order$",
  },
  "unguarded-access": {
    fault: "throws where an optional field is absent",
    tool: "fuzz",
    differs: `title: (event) =>
    \`\${event.identity!.arn!.toUpperCase()} failed\`, // <-
  dedup: (event) => event.accountId,`,
    told: "^PLACE error RULE_THROWS .* title throws TypeError.*; guard it: event\\.identity\\?\\.arn$",
  },
  "changes-its-event": {
    fault: "changes its event",
    tool: "fuzz",
    differs: `detect: (event) =>
    ((event as { region?: string }).region = "eu-west-1") !== "" && event.errorCode !== undefined, // <-`,
    told: "^PLACE error RULE_MUTATES .* detect changes its event.*; change a copy: .*$",
  },
  "no-quiet-case": {
    fault: "has no test in which it stays quiet",
    tool: "test",
    differs: "",
    isQuietUntested: true,
    told: "^✗ PLACE RULE_UNTESTED .* has no negative case.*; test it: .*toRaiseNothing\\(\\)$",
  },
  "wrong-threshold": {
    fault: "asks for one more than its test says",
    tool: "test",
    differs: "threshold: 4,",
    told: 'group "111122223333": 3 of 4 within 1h .*, 1 short$[^]*^ *test/rules/wrong-threshold\\.test\\.ts:6:',
  },
  "weak-tests": {
    fault: "has tests that do not notice when it breaks",
    tool: "mutate",
    differs: `detect: (event) =>
    event.errorCode !== undefined && event.region === "eu-central-1",`,
    told: "^PLACE RULE_SCORE_LOW .* notice 11 of 14 changes, 78 %.*; write tests for the changes that survived$",
  },
};
