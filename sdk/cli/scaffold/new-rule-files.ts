import { CaracalError } from "../../base/caracal-error.ts";
import { isDuration } from "../../base/duration.ts";
import type { JsonObject } from "../../base/json.ts";
import type { LogType } from "../../event/log-type.ts";
import { FRAMEWORKS } from "../../rule/frameworks/frameworks.ts";
import { readReport } from "../../rule/frameworks/read-report.ts";
import { nearest } from "../../schema/nearest.ts";
import type { AlertFacts } from "./alert-facts.ts";
import { conditionsOf } from "./condition.ts";
import type { Draft } from "./draft.ts";
import { type FoundLogType, findLogTypes } from "./find-log-types.ts";
import { type FoundSamples, findSamples } from "./find-samples.ts";
import { ownSubject } from "./own-subject.ts";
import { ruleName } from "./rule-name.ts";
import { ruleText } from "./rule-text.ts";
import { sampleRecords } from "./sample-records.ts";
import { KNOWN_SUBJECTS, type Subject } from "./subject.ts";
import { testText } from "./test-text.ts";
import { fieldsOf, schemaOf } from "./top-fields.ts";
import type { NewFiles } from "./write-new-files.ts";

/** What the command line says of a new rule. */
export interface NewRuleOptions {
  readonly pack?: string;
  readonly logType?: string;
  readonly from?: string;
  readonly logs?: readonly string[];
}

/** A new rule's files, and what is worth telling of them. */
export interface NewRule {
  readonly files: NewFiles;
  readonly told: readonly string[];
}

/** As many different samples become cases of the test. */
const MOST_CASES = 5;

/** The log type of a rule that nothing is said of. */
const DEFAULT_LOG_TYPE = "AWS.BedrockModelInvocation";

/**
 * Drafts a rule and its test.
 *
 * @throws CaracalError for arguments that cannot be used, and samples that are none
 */
export async function newRuleFiles(id: string, options: NewRuleOptions): Promise<NewRule> {
  const name = ruleName(id, options.pack);
  const known = await findLogTypes("rules");
  const asked = options.logType === undefined ? undefined : named(options.logType, known);
  const found = await samplesOf(options, asked === undefined ? known : [asked]);
  const logType = asked ?? named(logTypeOf(found), known);
  const subject = subjectOf(logType);
  const draft: Draft = {
    name,
    ...basis(found, logType, subject),
    ...takenOver(found.alert, subject),
    subject,
  };
  const files = {
    [`rules/${name.path}.ts`]: ruleText(draft),
    [`test/rules/${name.path}.test.ts`]: testText(draft),
  };
  return { files, told: toldOf(found) };
}

function named(name: string, known: readonly FoundLogType[]): FoundLogType {
  const found = known.find(({ logType }) => logType.name === name);
  if (found !== undefined) return found;
  const names = known.map(({ logType }) => logType.name);
  const like = nearest(name, names);
  throw new CaracalError({
    code: "RULE_LOG_TYPE_UNKNOWN",
    message: `no schema defines ${name}`,
    fix: like === undefined ? `there are ${names.join(", ")}` : `did you mean ${like}?`,
  });
}

async function samplesOf(
  { from, logs = [] }: NewRuleOptions,
  logTypes: readonly FoundLogType[],
): Promise<FoundSamples> {
  if (from === undefined) return { samples: [] };
  return await findSamples(
    from,
    logs,
    logTypes.map(({ logType }) => logType),
  );
}

function logTypeOf({ samples, alert }: FoundSamples): string {
  return samples[0]?.event.p_log_type ?? alert?.logTypes[0] ?? DEFAULT_LOG_TYPE;
}

function subjectOf(found: FoundLogType): Subject {
  return KNOWN_SUBJECTS.find(({ logType }) => logType === found.logType.name) ?? ownSubject(found);
}

/** What the rule detects: what its samples have in common, else what the log type gives to start from. */
function basis(
  { samples, alert }: FoundSamples,
  { logType }: FoundLogType,
  subject: Subject,
): Pick<Draft, "samples" | "conditions" | "threshold" | "isRenamed"> {
  if (samples.length > 0) {
    const { records, originals } = sampleRecords(samples, logType, subject);
    return {
      samples: records.slice(0, takenOver(alert, subject).threshold === undefined ? MOST_CASES : 1),
      conditions: conditionsOf(subject, subject.fields, records, originals),
      isRenamed: isRenamed(records, logType),
    };
  }
  const { starter } = subject;
  if (starter === undefined)
    throw new CaracalError({
      code: "ARGUMENT_INVALID",
      message: `the schema of ${subject.logType} does not tell what its records look like`,
      fix: "give one: --from event.json",
    });
  const { record, fields, count } = starter;
  return {
    samples: [record],
    conditions: conditionsOf(subject, fields, [record], [record]),
    ...(count !== undefined && alert === undefined && { threshold: { count, within: "10m" } }),
  };
}

function toldOf({ samples, alert }: FoundSamples): string[] {
  if (alert === undefined || samples.length > 0) return [];
  return [
    `The events of alert ${alert.alertId} were not found, so the rule starts from a made-up one; name the logs that they are in with --logs.`,
  ];
}

/** Whether a field has another name in events. */
function isRenamed(records: readonly JsonObject[], logType: LogType): boolean {
  const fields = fieldsOf(schemaOf(logType));
  return records.some((record) => Object.keys(record).some((key) => !fields.has(key)));
}

/** What a destination's name does not have: an address that messages go to, or a key to send them with. */
const ADDRESS = /:\/\/|@|\b(?:xox[a-z]-|gh[a-z]_|sk-|AKIA|ASIA)|[A-Za-z0-9_]{20}/;

/** What a rule takes over from an alert; its texts and tags are left, since they can name people. */
function takenOver(
  alert: AlertFacts | undefined,
  { reports }: Subject,
): Pick<Draft, "severity" | "reports" | "destinations" | "threshold"> {
  if (alert === undefined)
    return { severity: "MEDIUM", destinations: [], ...(reports !== undefined && { reports }) };
  const { severity, destinations, threshold } = alert;
  const { measure, atLeast: count, within } = threshold;
  return {
    severity,
    destinations: destinations.filter((name) => !ADDRESS.test(name)),
    reports: knownReports(alert),
    ...(measure === "count" && count > 1 && isDuration(within) && { threshold: { count, within } }),
  };
}

/** Ids of MITRE's; what else is in a rule's reports may be a customer. */
function knownReports({ reports }: AlertFacts): Readonly<Record<string, readonly string[]>> {
  const known = [...FRAMEWORKS].map(([name, framework]) => {
    const ids = reports[name] ?? [];
    return [name, ids.filter((id) => readReport(framework, id).problem !== "malformed")] as const;
  });
  return Object.fromEntries(known.filter(([, ids]) => ids.length > 0));
}
