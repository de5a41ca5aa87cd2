import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";

/**
 * Makes a function of an event work each event out once: every rule that asks again gets the same frozen object.
 * Events never change, and their answers go when they go.
 *
 * @example
 * const model = perEvent((event) => ({ id: event.modelId }));
 */
export function perEvent<T extends object>(
  workOut: (event: AwsBedrockModelInvocation) => T,
): (event: AwsBedrockModelInvocation) => Readonly<T> {
  const known = new WeakMap<AwsBedrockModelInvocation, Readonly<T>>();
  return (event) => {
    const before = known.get(event);
    if (before !== undefined) return before;
    const answer = Object.freeze(workOut(event));
    known.set(event, answer);
    return answer;
  };
}
