/** The parts of an Amazon Resource Name that say what it names. */
export interface Arn {
  /** `iam`, `sts`, `bedrock`. */
  readonly service: string;
  /** The account that owns it; `""` for what AWS owns, such as a foundation model. */
  readonly account: string;
  /** What comes before the resource's first slash: `user`, `inference-profile`; all of it when there is no slash. */
  readonly type: string;
  /** What comes after that slash, slashes and colons included; `""` when there is none. */
  readonly rest: string;
}

/**
 * Takes an ARN of any partition apart, or returns `undefined` for any other text.
 *
 * @example
 * parseArn("arn:aws:iam::111122223333:user/ci/deploy");
 * // { service: "iam", account: "111122223333", type: "user", rest: "ci/deploy" }
 */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith("arn:aws")) return undefined;
  const service = text.indexOf(":", 4) + 1;
  const region = service > 0 ? text.indexOf(":", service) + 1 : 0;
  const account = region > 0 ? text.indexOf(":", region) + 1 : 0;
  const resource = account > 0 ? text.indexOf(":", account) + 1 : 0;
  if (resource === 0) return undefined;
  const slash = text.indexOf("/", resource);
  return {
    service: text.slice(service, region - 1),
    account: text.slice(account, resource - 1),
    type: slash < 0 ? text.slice(resource) : text.slice(resource, slash),
    rest: slash < 0 ? "" : text.slice(slash + 1),
  };
}
