import type { AwsBedrockModelInvocation } from "../event/generated/aws-bedrock-model-invocation.ts";

/**
 * Makes a function of an event work each event out once, as long as all that ask about it ask before the next event:
 * rules do, one after the other. Only the last answer is kept, so nothing has to be cleaned up.
 *
 * @example
 * const model = perEvent((event) => ({ id: event.modelId }));
 */
export function perEvent<T extends object>(
  workOut: (event: AwsBedrockModelInvocation) => T,
): (event: AwsBedrockModelInvocation) => Readonly<T> {
  let last: AwsBedrockModelInvocation | undefined;
  let answer: Readonly<T> | undefined;
  return (event) => {
    if (answer === undefined || last !== event) {
      answer = Object.freeze(workOut(event));
      last = event;
    }
    return answer;
  };
}
