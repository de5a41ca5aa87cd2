/** Names that a generated file uses itself. */
const TAKEN =
  /^(Decod|Own|ShapeOf)|^((Csv|Fastmatch|Regex)Parser|HashText|Json(Object|Value)|LogTypes?|NonNullable|NoneOf|OneOf|StandardFields|TimeFormats)$/;

/**
 * The name of a log type's interface: `AWS.BedrockModelInvocation` is `AwsBedrockModelInvocation`. One word alone
 * gets `Log` behind it, so that `Date` or `Delete` does not become a word of the language.
 */
export function typeName(logType: string): string {
  const parts = logType.split(".");
  const name = parts.map((part) => (/^[A-Z0-9]{2,}$/.test(part) ? capitalized(part) : part)).join("");
  return parts.length === 1 || TAKEN.test(name) ? `${name}Log` : name;
}

/** The name of a log type's generated file: `AWS.BedrockModelInvocation` is `aws-bedrock-model-invocation.ts`. */
export function fileName(logType: string): string {
  return `${typeName(logType)
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()}.ts`;
}

function capitalized(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}
