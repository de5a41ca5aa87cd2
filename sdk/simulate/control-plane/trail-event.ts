import type { JsonObject } from "../../base/json.ts";

/** A CloudTrail record, as far as the simulator itself reads it again. */
export interface TrailRecord extends JsonObject {
  readonly eventTime: string;
  readonly eventID: string;
  readonly awsRegion: string;
  /** Absent where a service tells nothing of itself. */
  readonly recipientAccountId: string;
}

/** Who calls, and from where. */
export interface Actor {
  /** The account whose trail gets the record. */
  readonly account: string;
  /** The record's `userIdentity`. */
  readonly identity: JsonObject;
  /** An address, or the name of a service. */
  readonly address: string;
  /** The program. */
  readonly agent: string;
  /** Whether the caller works in the console. */
  readonly isConsole?: boolean;
}

/** What is called, and how it ends. */
export interface Action {
  /** The service, as its name begins before `.amazonaws.com`. */
  readonly service: string;
  readonly name: string;
  /** Whether it changes something. Default false. */
  readonly isWrite?: boolean;
  readonly request?: JsonObject;
  readonly response?: JsonObject;
  /** The error's code, and its message where there is one. */
  readonly error?: readonly [code: string, message?: string];
  readonly resources?: readonly JsonObject[];
  /** Whatever else the record holds, or holds otherwise. */
  readonly more?: JsonObject;
}

/** One call, before its record is written. */
export interface TrailEvent {
  /** Milliseconds since 1970, whole seconds. */
  readonly time: number;
  /** Where the call goes, unless the service is global. */
  readonly region: string;
  readonly actor: Actor;
  readonly action: Action;
}
