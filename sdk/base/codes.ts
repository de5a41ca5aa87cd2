/**
 * Every code that an {@link Issue} can carry, with its meaning and the exit code that a command ends with when
 * it met one. 0: told, but nothing is wrong with what was asked. The same list stands in docs/errors.md.
 */
export const CODES = {
  ARGUMENT_INVALID: { exit: 3, meaning: "An argument or option cannot be understood." },
  INPUT_NOT_FOUND: { exit: 3, meaning: "A path or glob names nothing." },
  INPUT_UNREADABLE: { exit: 3, meaning: "A file or folder exists but cannot be read." },
  INPUT_CORRUPT: {
    exit: 3,
    meaning: "A compressed file is damaged or ends early; what came before was processed.",
  },
  INPUT_EMPTY: { exit: 0, meaning: "A file holds no bytes, or a folder no logs." },
  TOOL_MISSING: { exit: 3, meaning: "A package that this command works with is not installed." },
  OUTPUT_UNWRITABLE: { exit: 3, meaning: "A file that was asked for cannot be written." },
  STATE_LOCKED: { exit: 3, meaning: "Another run uses the state file." },
  STATE_CORRUPT: { exit: 3, meaning: "A state file is damaged." },
  STATE_FOREIGN: { exit: 3, meaning: "A file is the database of something else, not a state file." },
  STATE_NEWER: { exit: 3, meaning: "A state file was written by a later version." },
  STATE_UNWRITABLE: { exit: 3, meaning: "A state file cannot be created or written." },
  STATE_TAKEN: { exit: 3, meaning: "Another run has taken the state over in the meantime." },
  STATE_RULE_CHANGED: {
    exit: 0,
    meaning: "A rule means something else than when the state was saved, so it starts afresh.",
  },
  STATE_EVENT_UNREADABLE: {
    exit: 0,
    meaning: "An event that the state has kept is none any more, because its schema has changed.",
  },
  RULES_NOT_FOUND: { exit: 2, meaning: "The folder or pack of rules does not exist, or holds no rule." },
  RULE_FILE_BROKEN: { exit: 2, meaning: "A rule file does not compile, or throws while it loads." },
  RULE_INVALID: { exit: 2, meaning: "A rule's metadata breaks a constraint." },
  RULE_ID_DUPLICATE: { exit: 2, meaning: "Two rules share one id." },
  RULE_LOG_TYPE_UNKNOWN: { exit: 2, meaning: "A rule names a log type that no schema defines." },
  RULE_STEP_MISSING: { exit: 2, meaning: "A correlation waits for a rule that does not run." },
  SCHEMA_INVALID: { exit: 2, meaning: "A log schema breaks the schema language." },
  SCHEMA_UNSUPPORTED: { exit: 2, meaning: "A log schema uses a part of the language that is not supported." },
  SCHEMA_DOUBTFUL: { exit: 0, meaning: "A log schema says what has no effect, or is likely a mistake." },
  SAMPLE_EMPTY: { exit: 3, meaning: "The samples hold no record to infer a schema from." },
  SAMPLE_MISFIT: { exit: 1, meaning: "A schema would lose something of the samples." },
  GENERATED_STALE: {
    exit: 1,
    meaning: "A generated file differs from what its schema generates, or no schema generates it.",
  },
  BUNDLE_FAILED: { exit: 2, meaning: "The rules could not be bundled." },
  BUNDLE_INVALID: { exit: 2, meaning: "A bundle is damaged, changed, or of an unknown format." },
  RECORD_JSON_BROKEN: { exit: 0, meaning: "A record is not valid JSON." },
  RECORD_NOT_OBJECT: { exit: 0, meaning: "A record is JSON, but not an object." },
  RECORD_TOO_LARGE: { exit: 0, meaning: "A record is larger than the limit; its beginning is kept." },
  RECORD_TRUNCATED: { exit: 0, meaning: "The input ended in the middle of a record." },
  RECORD_PAYLOAD_BROKEN: { exit: 0, meaning: "A CloudWatch Logs payload cannot be unpacked." },
  RECORD_NOT_CLASSIFIED: { exit: 0, meaning: "No schema accepts the record." },
  RECORD_FIELD_INVALID: { exit: 0, meaning: "With --strict: an optional field is of the wrong type." },
  EVENT_FAR_AHEAD: {
    exit: 0,
    meaning: "An event is more than a day ahead of the clock, so it does not count.",
  },
  MATCH_LATE: {
    exit: 0,
    meaning: "An event matched a rule with a window, but came later than the allowed lateness.",
  },
} as const satisfies Record<string, { exit: 0 | 1 | 2 | 3; meaning: string }>;

/** A code of the catalogue. */
export type Code = keyof typeof CODES;
