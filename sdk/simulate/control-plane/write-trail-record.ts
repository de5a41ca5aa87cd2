import type { Random } from "../random.ts";
import type { Action, TrailEvent, TrailRecord } from "./trail-event.ts";

/** Services with one endpoint for the world, whose records are those of us-east-1. */
const GLOBAL: ReadonlySet<string> = new Set(["iam", "signin"]);

/** Services that have not moved to the newest version of the record. */
const VERSIONS: Readonly<Record<string, string>> = { signin: "1.08", sso: "1.08", sts: "1.08", logs: "1.10" };

/** Writes one call as CloudTrail logs it. */
export function writeTrailRecord({ time, region, actor, action }: TrailEvent, random: Random): TrailRecord {
  const { service, name, error, more } = action;
  const isSignIn = service === "signin";
  const awsRegion = GLOBAL.has(service) ? "us-east-1" : region;
  return {
    eventVersion: VERSIONS[service] ?? "1.11",
    userIdentity: actor.identity,
    eventTime: secondsOf(time),
    eventSource: `${service}.amazonaws.com`,
    eventName: name,
    awsRegion,
    sourceIPAddress: actor.address,
    userAgent: actor.agent,
    ...(error !== undefined && errorOf(error)),
    requestParameters: action.request ?? null,
    responseElements: (error === undefined && action.response) || null,
    ...(!isSignIn && { requestID: random.uuid() }),
    eventID: random.uuid(),
    readOnly: action.isWrite !== true,
    ...(action.resources !== undefined && { resources: action.resources }),
    eventType: isSignIn ? "AwsConsoleSignIn" : "AwsApiCall",
    managementEvent: true,
    recipientAccountId: actor.account,
    eventCategory: "Management",
    ...tlsOf(action, awsRegion),
    ...(actor.isConsole === true && !isSignIn && { sessionCredentialFromConsole: "true" }),
    ...more,
  };
}

/** A time as CloudTrail writes it, to the second. */
export const secondsOf = (time: number): string => new Date(time).toISOString().replace(".000Z", "Z");

function errorOf([errorCode, errorMessage]: NonNullable<Action["error"]>): object {
  return { errorCode, ...(errorMessage !== undefined && { errorMessage }) };
}

/** The services that tell of the connection. */
const TLS: ReadonlySet<string> = new Set(["bedrock", "ec2", "kms", "s3", "sts"]);

function tlsOf({ service }: Action, region: string): object {
  if (!TLS.has(service)) return {};
  return {
    tlsDetails: {
      tlsVersion: "TLSv1.3",
      cipherSuite: "TLS_AES_128_GCM_SHA256",
      clientProvidedHostHeader: `${service}.${region}.amazonaws.com`,
    },
  };
}
