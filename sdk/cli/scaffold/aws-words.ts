const REGION =
  /^[a-z]{2,4}(?:-(?:gov|iso[a-z]?|de))?-(?:central|(?:north|south)?(?:east|west)|north|south)-\d$/;

/** `NoSuchBucket` and `Client.UnauthorizedOperation` too: not every error is called one. */
const ERROR =
  /^(?=.{1,64}$)(?:(?:Client|Server)\.)?(?:[A-Z][A-Za-z]*(?:Access|Denied|Error|Exceeded|Exception|Exists|Failure|Fault|NotFound|Operation|Throttling)|NoSuch(?:Bucket|Entity|Key)|Throttling)$/;

/** Who makes models that AWS offers to all: https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html */
const PROVIDERS =
  "ai21|amazon|anthropic|cohere|deepseek|google|luma|meta|minimax|mistral|moonshot|nvidia|openai|qwen|stability|twelvelabs|writer|zai";

/** A model of Bedrock that is everybody's: `us.anthropic.claude-opus-4-20250514-v1:0`. */
export const MODEL = new RegExp(
  `^(?:(?:apac|au|ca|eu|global|jp|us|us-gov)\\.)?(?:${PROVIDERS})\\.[a-z][a-z0-9.-]{1,63}(?::\\d{1,2}){0,2}(?::\\d{1,4}k)?$`,
);

/** A service or a kind of resource, wherever AWS names it: `lambda.amazonaws.com`, `AWS::S3::Bucket`. */
const NAMED_BY_AWS = /^(?:[a-z0-9-]+\.amazonaws\.com|AWS::[A-Za-z0-9]+::[A-Za-z0-9]+)$/;

const CONTENT_TYPE = /^(?:\*\/\*|application\/(?:json|octet-stream|vnd\.amazon\.eventstream)|text\/plain)$/;

const VERSION = /^\d{1,2}\.\d{1,2}$/;

/**
 * What the texts look like that AWS, and nobody else, chooses in its own logs: by the name of their field, at any
 * depth. A text of another form is somebody's, whatever it does there.
 */
export const AWS_WORDS: ReadonlyMap<string, RegExp> = new Map([
  ["awsRegion", REGION],
  ["errorCode", ERROR],
  ["eventCategory", /^(?:Data|Insight|Management|NetworkActivity)$/],
  // An API's operation: letters, two digits at most, and no word all in capitals as the ids of access keys are.
  ["eventName", /^(?=.{3,64}$)(?!.*\d{3})(?=[A-Z]+\d*[a-z])[A-Za-z0-9]+$/],
  ["eventSource", NAMED_BY_AWS],
  ["eventType", /^Aws(?:ApiCall|CloudTrailInsight|ConsoleAction|ConsoleSignIn|ServiceEvent|VpceEvent)$/],
  ["eventVersion", VERSION],
  ["inferenceRegion", REGION],
  ["inputContentType", CONTENT_TYPE],
  ["latency", /^(?:optimized|standard)$/],
  ["modelId", MODEL],
  [
    "operation",
    /^(?:ApplyGuardrail|Converse|ConverseStream|CountTokens|InvokeModel|InvokeModelWith(?:Bidirectional|Response)Stream|StartAsyncInvoke)$/,
  ],
  ["outputContentType", CONTENT_TYPE],
  ["region", REGION],
  ["schemaType", /^ModelInvocationLog$/],
  ["schemaVersion", VERSION],
  ["tlsVersion", /^TLSv1(?:\.\d)?$/],
  [
    "type",
    /^(?:AWSAccount|AWSService|AssumedRole|Directory|FederatedUser|Group|IAMUser|IdentityCenterUser|Role|Root|SAMLUser|Unknown|User|WebIdentityUser)$/,
  ],
]);

/** Whether a text in a log of AWS is one that AWS chooses. */
export function isAwsWord(field: string, text: string): boolean {
  return NAMED_BY_AWS.test(text) || AWS_WORDS.get(field)?.test(text) === true;
}
