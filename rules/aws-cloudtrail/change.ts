import type { EventOf } from "caracal";
import { account, caller, outcome, who } from "caracal/cloudtrail";

type TrailEvent = EventOf<"AWS.CloudTrail">;

/**
 * What an alert says somebody did, or tried to.
 *
 * @example
 * did(event, "deleted a guardrail"); // "111122223333:user/dana deleted a guardrail"
 */
export function did(event: TrailEvent, what: string): string {
  return `${caller(event).key} ${outcome(event) === "done" ? "" : "tried in vain: "}${what}`;
}

/** What an analyst needs to see of any change: who, from where, how, and where. */
export function changeContext(event: TrailEvent) {
  return {
    principal: caller(event).key,
    who: who(event),
    credentials: caller(event).credentials,
    session: caller(event).session,
    via: caller(event).via,
    action: event.eventName,
    outcome: outcome(event),
    errorCode: event.errorCode,
    account: account(event),
    region: event.awsRegion,
    sourceAddress: event.sourceIPAddress,
    requestId: event.requestID,
  };
}

/** Groups changes by who makes them, and whose account it is. */
export function byCaller(event: TrailEvent): string {
  return `${account(event)} ${caller(event).key}`;
}
