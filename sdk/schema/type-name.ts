/** The name of a log type's interface: `AWS.BedrockModelInvocation` is `AwsBedrockModelInvocation`. */
export function typeName(logType: string): string {
  return logType
    .split(".")
    .map((part) =>
      /^[A-Z0-9]+$/.test(part) && part.length > 1 ? part[0] + part.slice(1).toLowerCase() : part,
    )
    .join("");
}

/** The name of a log type's generated file: `AWS.BedrockModelInvocation` is `aws-bedrock-model-invocation.ts`. */
export function fileName(logType: string): string {
  return `${typeName(logType)
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()}.ts`;
}
