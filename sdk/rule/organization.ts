/** What a model costs, in US dollars. Token prices are for a million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
  /** Tokens read from the prompt cache. Default: a tenth of `input`. */
  readonly cacheRead?: number;
  /** Tokens written to the prompt cache. Default: 1.25 times `input`. */
  readonly cacheWrite?: number;
  /** One image. */
  readonly image?: number;
  /** One second of video. */
  readonly second?: number;
}

/** When people are expected to work. */
export interface BusinessHours {
  /** An IANA time zone, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** Days of the week, Monday 1 to Sunday 7. */
  readonly days: readonly number[];
  /** The first hour of work, 0 to 23. */
  readonly from: number;
  /** The hour at which work ends, 1 to 24. */
  readonly to: number;
}

/** What rules may know about the company whose logs they watch. Everything empty means: not told. */
export interface Organization {
  /** The company's AWS accounts: their principals are not foreign in each other's accounts. */
  readonly accounts: readonly string[];
  /** Principals that may call models, as keys (`111122223333:role/claims-summary`); `*` stands for any text. */
  readonly principals: readonly string[];
  /** Regions in which calls are expected. */
  readonly regions: readonly string[];
  /** Prices that are not in the built-in table or differ from it, by model id without version or region prefix. */
  readonly prices: Readonly<Record<string, Price>>;
  readonly businessHours: BusinessHours | undefined;
}

const UNTOLD: Organization = {
  accounts: [],
  principals: [],
  regions: [],
  prices: {},
  businessHours: undefined,
};

let current = UNTOLD;

/**
 * What the project's `caracal.config.ts` says of the company. To be asked inside a rule's functions, never while its
 * file loads. It does not change while rules run.
 *
 * @example
 * organization().accounts.includes(event.accountId);
 */
export const organization = (): Organization => current;

/** Sets what {@link organization} answers, and returns what it answered before. What is left out counts as not told. */
export function setOrganization(told: Partial<Organization>): Organization {
  const before = current;
  current = { ...UNTOLD, ...told };
  return before;
}

/** Calls with {@link organization} answering this alone, and lets it answer as before afterwards, also after a throw. */
export function withOrganization<T>(told: Partial<Organization>, call: () => T): T {
  const before = setOrganization(told);
  try {
    return call();
  } finally {
    setOrganization(before);
  }
}
