import { type Principal, sessionArn } from "../principal.ts";
import type { Random } from "../random.ts";
import { actorOf, addressIn, internalId } from "./actor.ts";
import type { Action, Actor, TrailEvent } from "./trail-event.ts";

type Person = Extract<Principal, { kind: "person" }>;

const consoleLogin = (outcome: "Success" | "Failure", mfa: "Yes" | "No"): Action => ({
  service: "signin",
  name: "ConsoleLogin",
  isWrite: true,
  more: {
    responseElements: { ConsoleLogin: outcome },
    additionalEventData: {
      LoginTo: "https://console.aws.amazon.com/console/home",
      MobileVersion: "No",
      MFAUsed: mfa,
    },
  },
});

/** A person signs in through IAM Identity Center: the portal, the role, the console. */
export function signIn(
  person: Person,
  account: string,
  region: string,
  time: number,
  random: Random,
): TrailEvent[] {
  const actor = actorOf(person, account, region, time, random);
  const userName = `${person.person}@tolvane.example`;
  const portal = {
    type: "Unknown",
    principalId: account,
    arn: "",
    accountId: account,
    accessKeyId: "",
    userName,
  };
  const saml = {
    type: "SAMLUser",
    principalId: `${internalId("", person.person)}:${userName}`,
    userName,
    identityProvider: internalId("", "identity-center"),
  };
  const arn = sessionArn(person, account, random);
  const federate: Action = {
    service: "sso",
    name: "Federate",
    more: { eventType: "AwsServiceEvent", serviceEventDetails: { account_id: account } },
  };
  const assume: Action = {
    service: "sts",
    name: "AssumeRoleWithSAML",
    request: { roleSessionName: userName, durationSeconds: 28_800 },
    response: { assumedRoleUser: { assumedRoleId: internalId("AROA", arn), arn } },
  };
  const steps: readonly (readonly [Actor, Action])[] = [
    [{ ...actor, identity: portal, isConsole: false }, federate],
    [{ ...actor, identity: saml, isConsole: false }, assume],
    [actor, consoleLogin("Success", "No")],
  ];
  return steps.map(([who, action], at) => ({ time: time + at * 1_000, region, actor: who, action }));
}

/** The root of an account signs in with a second factor. */
export function rootSignIn(account: string, time: number): TrailEvent {
  const arn = `arn:aws:iam::${account}:root`;
  const identity = { type: "Root", principalId: account, arn, accountId: account, accessKeyId: "" };
  const actor = { account, identity, address: addressIn("198.51.100", "owner"), agent: "Mozilla/5.0" };
  return { time, region: "us-east-1", actor, action: consoleLogin("Success", "Yes") };
}

/** Somebody fails to sign in as a user; a name that does not exist is not logged. */
export function failedSignIn(account: string, time: number, userName?: string): TrailEvent {
  const identity = {
    type: "IAMUser",
    ...(userName !== undefined && { principalId: internalId("AIDA", userName) }),
    accountId: account,
    accessKeyId: "",
    userName: userName ?? "HIDDEN_DUE_TO_SECURITY_REASONS",
  };
  const errorMessage =
    userName === undefined ? "No username found in supplied account" : "Failed authentication";
  const actor = { account, identity, address: "192.0.2.77", agent: "Mozilla/5.0" };
  const action = consoleLogin("Failure", "No");
  // A failed sign-in has a message and no code.
  return { time, region: "us-east-1", actor, action: { ...action, more: { ...action.more, errorMessage } } };
}
