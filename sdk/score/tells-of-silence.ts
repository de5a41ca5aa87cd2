import type { LabelledIncident } from "./labels.ts";
import type { ScoredAlert } from "./scored-alert.ts";

const DAY = 86_400_000;

/** A region of AWS, such as `eu-central-1` or `us-gov-west-1`. */
const REGION = /\b[a-z]{2}(?:-[a-z]{2,9}){1,2}-\d\b/g;

/**
 * Whether an alert tells of records that are missing: it is of an absence, names the account, and was made between the
 * silence's begin and a day after its end. An alert that names regions must name the one that is silent.
 */
export function tellsOfSilence(
  alert: ScoredAlert,
  { account, region, from, to, missing }: LabelledIncident["silences"][number],
): boolean {
  const { createdAt, dedup, title, context, entities } = alert;
  if (missing !== "records" || !isOfAbsence(alert)) return false;
  if (createdAt < from || createdAt > to + DAY) return false;
  const said = JSON.stringify([dedup, title, context]);
  const isOfAccount = said.includes(account) || entities.p_any_aws_account_ids?.includes(account) === true;
  const regions: readonly string[] = said.match(REGION) ?? [];
  return isOfAccount && (region === undefined || regions.length === 0 || regions.includes(region));
}

function isOfAbsence(alert: ScoredAlert): boolean {
  return isOfSilence(alert) || alert.steps?.some(({ absent }) => absent === true) === true;
}

/** Whether an alert was raised by silence alone: the events that it lists are the last ones before. */
export function isOfSilence({ threshold }: Pick<ScoredAlert, "threshold">): boolean {
  return threshold.measure === "absence";
}
