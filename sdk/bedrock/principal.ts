import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { type Arn, parseArn } from "./arn.ts";
import { perEvent } from "./per-event.ts";

/** Who made a call, as far as the log says. */
export interface Principal {
  /**
   * - `user`: an IAM user, which has long-term keys. Long-term Bedrock API keys are users `BedrockAPIKey-…`.
   * - `role`: a role, whichever session used it.
   * - `sso-user`: a person who signed in through IAM Identity Center.
   * - `federated-user`: a session of `GetFederationToken`.
   * - `root`: the account's root user.
   * - `unknown`: no identity in the record, or one that names none of these.
   */
  readonly kind: "user" | "role" | "sso-user" | "federated-user" | "root" | "unknown";
  /** What to group and remember by. It has no session, except that a person signed in keeps theirs. */
  readonly key: string;
  /** The name without account, path and session: the user, the role, the person; else `root` or `unknown`. */
  readonly name: string;
  /** The principal's own account, which may differ from the event's `accountId`; that one when the ARN has none. */
  readonly account: string | undefined;
  /** The session of an assumed role; for an `sso-user` the person's name. Often new with each task. */
  readonly session: string | undefined;
  /** The identity as the log has it, readable or not. */
  readonly arn: string | undefined;
}

/**
 * Who made a call, from `identity.arn`. Names keep their case.
 *
 * | `identity.arn` | `key` |
 * |---|---|
 * | `arn:aws:iam::A:user/PATH/NAME` | `A:user/NAME` |
 * | `arn:aws:sts::A:assumed-role/ROLE/SESSION` | `A:role/ROLE` |
 * | `arn:aws:iam::A:role/PATH/ROLE` | `A:role/ROLE` |
 * | `arn:aws:sts::A:assumed-role/AWSReservedSSO_SET_hex/PERSON` | `A:role/AWSReservedSSO_SET_hex/PERSON` |
 * | `arn:aws:sts::A:federated-user/NAME` | `A:federated-user/NAME` |
 * | `arn:aws:iam::A:root` | `A:root` |
 * | absent, empty or anything else | `A:unknown` |
 *
 * A is `unknown` where neither the ARN nor the event has an account.
 *
 * @example
 * principal(event).key; // "111122223333:role/claims-summary"
 */
export const principal: (event: AwsBedrockModelInvocation) => Principal = perEvent((event) => {
  const { accountId } = event;
  const arn: unknown = event.identity?.arn;
  if (typeof arn !== "string" || arn.length > LONGEST) return principalOf(arn, accountId);
  const found = known.get(arn);
  // An ARN without an account has the event's.
  if (found !== undefined && found.owner === accountId) return found.is;
  if (known.size === REMEMBERED) known.clear();
  const is = Object.freeze(principalOf(arn, accountId));
  known.set(arn, { owner: accountId, is });
  return is;
});

/** As many callers are remembered, and of names no longer than any that AWS gives. */
const REMEMBERED = 1000;
const LONGEST = 300;

const known = new Map<string, { readonly owner: unknown; readonly is: Principal }>();

/** Who an ARN names, and whose account it is in; `owner` where the ARN has none. Other logs name their callers by it too. */
export function principalOf(identity: unknown, owner: unknown): Principal {
  const text = textOf(identity);
  const arn = text === undefined ? undefined : parseArn(text);
  const account = textOf(arn?.account) ?? textOf(owner);
  const { kind, name, path, session } = (arn && named(arn)) ?? NOBODY;
  return { kind, key: `${account ?? "unknown"}:${path}`, name, account, session, arn: text };
}

interface Named extends Pick<Principal, "kind" | "name" | "session"> {
  /** The key without its account. */
  readonly path: string;
}

const NOBODY: Named = { kind: "unknown", name: "unknown", path: "unknown", session: undefined };

/** What the names of IAM Identity Center's roles begin with (its own user guide). */
const SIGN_IN_ROLE = "AWSReservedSSO_";

function named({ service, type, rest }: Arn): Named | undefined {
  if (service !== "iam" && service !== "sts") return undefined;
  switch (type) {
    case "user":
    case "role":
    case "federated-user": {
      const name = rest.slice(rest.lastIndexOf("/") + 1);
      return name === "" ? undefined : { kind: type, name, path: `${type}/${name}`, session: undefined };
    }
    case "assumed-role":
      return assumedRole(rest);
    case "root":
      return rest === "" ? { kind: "root", name: "root", path: "root", session: undefined } : undefined;
    default:
      return undefined;
  }
}

/** Reads `ROLE/SESSION`. */
function assumedRole(rest: string): Named | undefined {
  const slash = rest.indexOf("/");
  const role = slash < 0 ? rest : rest.slice(0, slash);
  const session = slash < 0 ? undefined : textOf(rest.slice(slash + 1));
  if (role === "") return undefined;
  if (session !== undefined && role.startsWith(SIGN_IN_ROLE)) {
    return { kind: "sso-user", name: session, path: `role/${role}/${session}`, session };
  }
  return { kind: "role", name: role, path: `role/${role}`, session };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
