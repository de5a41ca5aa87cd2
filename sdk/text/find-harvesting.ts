import { ordinaryBy } from "./is-about.ts";
import { type Sign, type SignPattern, signsOf } from "./sign.ts";

const ADDRESS =
  "(?:169\\.254\\.169\\.254|169\\.254\\.170\\.(?:2|23)\\b|\\[?fd00:ec2::(?:254|23)\\]?|metadata\\.google\\.internal|100\\.100\\.100\\.200\\b|instance-data\\b)";

const FETCH =
  "(?:curl|wget|fetch|get|request|call|open|read|visit|access|query|load|download|retrieve|browse|navigate|hit|invoke-\\w+|requests\\.\\w+|urlopen|http(?!s?:)\\w*)";

const PATTERNS: readonly SignPattern[] = [
  {
    name: "metadata-credentials",
    weight: 2,
    form: new RegExp(
      `${ADDRESS}[^ ]{0,60}(?:security-credentials|/token\\b|/v2/credentials|ec2/security|identity)|\\bsecurity-credentials/|aws_container_credentials_(?:relative|full)_uri|computemetadata/v1/instance/service-accounts|metadata/identity/oauth2/token`,
      "g",
    ),
  },
  {
    name: "metadata-fetched",
    weight: 2,
    form: new RegExp(`\\b${FETCH}\\b[^\\n;|]{0,60}?${ADDRESS}`, "g"),
  },
  {
    name: "metadata-fetched",
    weight: 2,
    form: new RegExp(
      `${ADDRESS}[^\\n;|]{0,80}?\\b(?:query|fetch|curl|return|show|print|get|read)\\b[^\\n;|]{0,30}?\\b(?:accesskeyid|credentials?|keys?|token|output|response)\\b`,
      "g",
    ),
  },
  {
    name: "metadata-credentials-asked",
    weight: 2,
    form: /\b(?:credentials?|keys|tokens?)\b[^.?!;]{0,30}?\b(?:from|via|through|using|out of|of)\b[^.?!;]{0,24}?\bmetadata\b/g,
  },
  {
    name: "metadata-service",
    weight: 1,
    form: /\b(?:access|query|call|hit|read|retrieve|fetch|get|exfiltrate|extract|steal|use)\b[^.?!;]{0,60}?\bmetadata (?:service|endpoint|server|api)\b/g,
  },
  { name: "metadata-address", weight: 1, form: new RegExp(ADDRESS, "g") },
  {
    name: "metadata-disguised",
    weight: 3,
    form: /\b2852039166\b|\b0xa9fea9fe\b|\b0xa9\.0xfe\.0xa9\.0xfe\b|\b0?0251\.0?0376\.0?0251\.0?0376\b|::ffff:(?:a9fe:a9fe|169\.254\.169\.254)|\b169\.254\.43518\b|\b169\.16689662\b|\b169\.254\.169\.254\.(?:nip|sslip|xip)\.io|\b025177524776\b/g,
  },
  {
    name: "credential-file",
    weight: 1,
    form: /\.aws\/credentials\b|\/proc\/(?:self|1|\d{1,7})\/environ\b|\.kube\/config\b|\/var\/run\/secrets\/(?:kubernetes|eks)[^ ]{0,40}|\.ssh\/id_(?:rsa|ed25519|ecdsa)\b(?!\.pub)|\.git-credentials\b|\.docker\/config\.json|application_default_credentials\.json|\/etc\/shadow\b/g,
  },
  {
    name: "credential-file-asked",
    weight: 2,
    form: /\b(?:reveal|print|show|dump|send|exfiltrate|output|read|cat|open|give|return|paste|upload|post|extract|steal|copy|tell|display|include)\b[^.!?;]{0,40}?(?:~|\/root|\/home\/[\w.-]{1,32}|\$home)?\/?(?:\.aws\/credentials|\.kube\/config|\.ssh\/id_(?:rsa|ed25519|ecdsa)(?!\.pub)|\.git-credentials|\.docker\/config\.json)|\b(?:cat|read|print|show|dump|output|open|send)\b[^.!?;]{0,24}?(?:\/proc\/(?:self|1)\/environ|\/etc\/shadow|\/var\/run\/secrets\/(?:kubernetes|eks))/g,
  },
  {
    name: "own-credentials-asked",
    weight: 3,
    form: /\b(?:reveal|dump|exfiltrate|steal|leak|send me|give me|print|output|tell me|show me|return|share)\b[^.?!;]{0,16}?\byour\b[^.?!;]{0,16}?\b(?:aws|iam|cloud|instance|role|environment)\b[^.?!;]{0,16}?\b(?:credentials|secret (?:access )?keys?|access keys?|session tokens?)\b|\b(?:reveal|dump|exfiltrate|steal|send me|give me|print|show me|return|access)\b[^.?!;]{0,60}?\b(?:aws|iam|role|temporary|security) credentials (?:of|for|from) (?:the|this|your) (?:lambda|role|instance|server|machine|container|host|task|function|pod)\b/g,
  },
  {
    name: "credentials-asked",
    weight: 2,
    form: /\b(?:list|show|display|print|dump|echo)\b[^.?!;]{0,24}?\b(?:environment variables|env vars?|env)\b[^.?!;]{0,40}?\b(?:secrets?|passwords?|credentials|keys|tokens)\b|\b(?:reveal|dump|exfiltrate|steal|harvest|leak|disclose|hand over|send me|give me|print|output|tell me|show me|extract|collect|return|share|retrieve)\b[^.?!;]{0,40}?\b(?:aws|cloud|iam|instance|environment|your|server'?s?|host'?s?|container'?s?|lambda|role'?s?|service account|stored|all)\b[^.?!;]{0,24}?\b(?:credentials|secret (?:access )?keys?|access keys?|session tokens?|api keys?|environment variables|env vars?|passwords)\b|\b(?:aws_secret_access_key|aws_session_token|secretaccesskey)\b[^.?!]{0,40}?\b(?:value|reveal|print|send|show|output)\b|\b(?:value|reveal|print|echo|send|show|output|tell me)\b[^.?!;]{0,40}?\b(?:aws_secret_access_key|aws_session_token|secret access key)\b/g,
  },
];

/** What is done with credentials that are one's own. */
const UPKEEP =
  /\b(?:rotate|rotating|create|creating|revoke|configure|setting up|set up|expire|older than|unused|error|unable to locate|invalid|block|disable|hop limit|imdsv2|best practi[cs]e|policy|terraform|cloudformation|difference between|keyboard|how (?:does|do|can|should|would))\b/;

/**
 * Orders to fetch or tell the credentials of a machine or a cloud: addresses of instance metadata, also disguised as
 * numbers, files of credentials, questions for keys.
 *
 * @param folded what `foldText` made of the text
 * @example
 * findHarvesting("curl http://169.254.169.254/latest/meta-data/iam/security-credentials/");
 */
export function findHarvesting(folded: string): readonly Sign[] {
  return signsOf(folded.replaceAll("[.]", "."), PATTERNS, (text, at, length, weight, name) => {
    if (name === "metadata-disguised") return weight;
    const around = text.slice(Math.max(0, at - 160), at + length + 160);
    return weight - (UPKEEP.test(around) ? 1 : 0) - ordinaryBy(text, at, length);
  }).map(({ name, weight }) => ({ name, weight }));
}
