import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";
import { model } from "./model.ts";
import { type Principal, principal } from "./principal.ts";

/** Who called what, and where. */
export type Caller = {
  readonly principal: string;
  readonly kind: Principal["kind"];
  readonly session: string | undefined;
  readonly model: string;
  readonly region: string | undefined;
};

/** As many characters of a name count that the caller chooses. Real ones are shorter. */
const LONGEST = 100;

/**
 * Who called what, and where: what an alert tells of a call. Names of sessions and models are cut after 100 characters,
 * since whoever calls can write anything there.
 *
 * @example
 * alertContext: caller // { principal: "111122223333:role/claims-summary", kind: "role", session: "task-1", … }
 */
export function caller(event: AwsBedrockModelInvocation): Caller {
  const { key, kind, session } = principal(event);
  return Object.freeze({
    principal: key,
    kind,
    session: session?.slice(0, LONGEST),
    model: model(event).id.slice(0, LONGEST),
    region: event.region,
  });
}
