/** Tolvane Freight, an invented haulier: its production and its research account. */
export const PRODUCTION = "111122223333";
export const RESEARCH = "444455556666";

/** The day, counted from 0, on which the workloads with an `upgrade` change their model. */
export const UPGRADE_DAY = 6;

/** Where the log carries no bodies: text delivery is off for the pilot's region. */
export const deliversBodies = (account: string, region: string): boolean =>
  account !== RESEARCH || region !== "eu-central-1";

/** The bucket that an account's logs go to. */
export const bucketOf = (account: string): string =>
  account === PRODUCTION ? "tolvane-bedrock-logs" : "tolvane-research-bedrock-logs";
