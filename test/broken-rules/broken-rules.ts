/** A rule that is wrong in one way, the tool that finds it, and what the tool says. */
export interface BrokenRule {
  /** What is wrong with it. */
  readonly fault: string;
  readonly tool: "check" | "fuzz" | "test" | "mutate";
  /** A code, or a text. */
  readonly says: string;
  /** What differs from a sound rule, as source. The line that is wrong ends in `// <-`. */
  readonly differs: string;
  /** Keys of a sound rule that it does not have. */
  readonly leaves?: readonly string[];
  /** Whether its tests lack a case in which it stays quiet. */
  readonly isQuietUntested?: boolean;
  /** What the tool says to do. */
  readonly fix: RegExp;
}

/** One for each kind of fault, by the name of its file. */
export const BROKEN_RULES: Readonly<Record<string, BrokenRule>> = {
  "misspelt-field": {
    fault: "reads a field that its log type does not have",
    tool: "check",
    says: "RULE_FIELD_UNKNOWN",
    differs: `detect: (event) =>
    (event as unknown as { modelID: string }).modelID === "opus", // <-`,
    fix: /modelId/,
  },
  "unknown-technique": {
    fault: "reports a technique that does not exist",
    tool: "check",
    says: "RULE_REPORT_INVALID",
    differs: `reports: {
    "MITRE ATLAS": ["AML.T9999"], // <-
  },`,
    fix: /\w/,
  },
  "expired-exception": {
    fault: "has an exception that has ended",
    tool: "check",
    says: "RULE_EXCEPTION_EXPIRED",
    differs: `exceptions: [
    {
      id: "load-test",
      reason: "The load test of spring.",
      owner: "team@example.org",
      expires: "2026-04-01", // <-
      when: (event) => event.region === "eu-west-1",
    },
  ],`,
    fix: /remove|take it out|extend|renew/i,
  },
  "slow-regex": {
    fault: "has a regular expression that takes for ever on some texts",
    tool: "check",
    says: "RULE_REGEX_SLOW",
    differs: `detect: (event) =>
    /^(\\w+\\s?)*$/.test(event.modelId), // <-`,
    fix: /\w/,
  },
  "reads-the-clock": {
    fault: "depends on the time of day",
    tool: "check",
    says: "RULE_IMPURE",
    differs: `detect: (event) =>
    event.errorCode !== undefined && Date.now() > 0, // <-`,
    fix: /p_event_time/,
  },
  "a-group-for-each-event": {
    fault: "groups by a title that is different for each event",
    tool: "check",
    says: "RULE_GROUP_PER_EVENT",
    differs: `threshold: 5,
  title: (event) => \`request \${event.requestId} failed\`, // <-`,
    leaves: ["dedup"],
    fix: /dedup/,
  },
  "no-runbook": {
    fault: "pages people without telling them what to do",
    tool: "check",
    says: "RULE_RUNBOOK_MISSING",
    differs: "",
    leaves: ["runbook"],
    fix: /runbook/,
  },
  "unguarded-access": {
    fault: "throws where an optional field is absent",
    tool: "fuzz",
    says: "RULE_THROWS",
    differs: `title: (event) =>
    \`\${event.identity!.arn!.toUpperCase()} failed\`, // <-
  dedup: (event) => event.accountId,`,
    fix: /\?\./,
  },
  "changes-its-event": {
    fault: "changes its event",
    tool: "fuzz",
    says: "RULE_MUTATES",
    differs: `detect: (event) =>
    ((event as { region?: string }).region = "eu-west-1") !== "" && event.errorCode !== undefined, // <-`,
    fix: /\w/,
  },
  "no-quiet-case": {
    fault: "has no test in which it stays quiet",
    tool: "test",
    says: "RULE_UNTESTED",
    differs: "",
    isQuietUntested: true,
    fix: /not\.toDetect|toRaiseNothing|expectNothing|ignores/,
  },
  "wrong-threshold": {
    fault: "asks for one more than its test says",
    tool: "test",
    says: "1 short",
    differs: "threshold: 4,",
    fix: /3 of 4/,
  },
  "weak-tests": {
    fault: "has tests that do not notice when it breaks",
    tool: "mutate",
    says: "RULE_SCORE_LOW",
    differs: `detect: (event) =>
    event.errorCode !== undefined && event.region === "eu-central-1", // <-`,
    fix: /test/,
  },
};
