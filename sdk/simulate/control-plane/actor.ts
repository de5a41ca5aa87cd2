import type { JsonObject } from "../../base/json.ts";
import { type Principal, sessionArn } from "../principal.ts";
import { createRandom, type Random } from "../random.ts";
import type { Actor } from "./trail-event.ts";
import { secondsOf } from "./write-trail-record.ts";

const CLI = "aws-cli/2.27.31 md/awscrt#0.26.1 ua/2.1 os/linux#6.8.0 md/arch#x86_64 lang/python#3.13.3";
const SDK = "Boto3/1.38.23 md/Botocore#1.38.23 ua/2.1 os/linux#6.1.134 md/arch#aarch64 lang/python#3.12.10";
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0";

/** A made-up internal id, the same each time for the same name. AKIA and ASIA begin keys of 20 characters. */
export function internalId(prefix: string, name: string): string {
  const digits = createRandom(hash(name)).hex(10).toUpperCase();
  return `${prefix}${/^A[KS]IA/.test(prefix) ? digits.slice(1) : digits}EXAMPLE`;
}

/** An address of a net that is reserved for documentation, the same each time for the same name. */
export const addressIn = (net: string, name: string): string => `${net}.${10 + (Math.abs(hash(name)) % 200)}`;

function hash(text: string): number {
  let sum = 7;
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
  return sum;
}

/** A principal of the company in a session that begins at `time`; people work in the console. */
export function actorOf(
  principal: Principal,
  account: string,
  region: string,
  time: number,
  random: Random,
): Actor {
  const arn = sessionArn(principal, account, random);
  if (principal.kind === "user") return userActor(principal.user, account);
  const identity = assumedRole(arn, account, time);
  if (principal.kind === "person") {
    const address = addressIn("198.51.100", principal.person);
    return { account, identity, address, agent: BROWSER, isConsole: true };
  }
  const address = addressIn("203.0.113", principal.role);
  if (principal.session === "task") return { account, identity, address, agent: SDK };
  const credentialsIssuedTo = `arn:aws:lambda:${region}:${account}:function:${principal.role}`;
  const inScopeOf = { issuerType: "AWS::Lambda::Function", credentialsIssuedTo };
  return { account, identity: { ...identity, inScopeOf }, address, agent: SDK };
}

/** An IAM user with a long-term key. */
export function userActor(
  userName: string,
  account: string,
  address = addressIn("203.0.113", userName),
): Actor {
  const identity = {
    type: "IAMUser",
    principalId: internalId("AIDA", userName),
    arn: `arn:aws:iam::${account}:user/${userName}`,
    accountId: account,
    accessKeyId: internalId("AKIA", userName),
    userName,
  };
  return { account, identity, address, agent: CLI };
}

/** An AWS service that acts in the account. */
export function serviceActor(service: string, account: string): Actor {
  const name = `${service}.amazonaws.com`;
  return { account, identity: { type: "AWSService", invokedBy: name }, address: name, agent: name };
}

/** The `userIdentity` of a role's session; the roles of IAM Identity Center lie under a path of their own. */
export function assumedRole(arn: string, account: string, since: number): JsonObject {
  const [, userName = "", session = ""] = arn.split("/");
  const principalId = internalId("AROA", userName);
  const path = userName.startsWith("AWSReservedSSO_") ? "aws-reserved/sso.amazonaws.com/" : "";
  return {
    type: "AssumedRole",
    principalId: `${principalId}:${session}`,
    arn,
    accountId: account,
    accessKeyId: internalId("ASIA", `${arn} ${since}`),
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId,
        arn: `arn:aws:iam::${account}:role/${path}${userName}`,
        accountId: account,
        userName,
      },
      attributes: { creationDate: secondsOf(since), mfaAuthenticated: "false" },
    },
  };
}
