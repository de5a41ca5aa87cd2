import get from "lodash/get.js";
import type { z } from "zod";
import { describeChoice, kind, kindOf, shown } from "./describe-choice.ts";
import { describeKey } from "./describe-key.ts";
import type { Finding } from "./finding.ts";
import { mapping } from "./raw-schema.ts";
import { TIME_FORMATS } from "./time-format.ts";

/** What zod found wrong with a schema file, in the words of the schema language: one finding for each unknown key. */
export function describeIssue(issue: z.core.$ZodIssue, file: unknown): Finding[] {
  const { path } = issue;
  const value: unknown = path.length === 0 ? file : get(file, path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path, key, ...describeKey(key, path, mapping(value)) }));
  // The key itself is wrong, not what it leads to.
  if (issue.code === "invalid_key")
    return [{ path: path.slice(0, -1), key: String(path.at(-1)), ...describe(issue, value) }];
  return [{ path, ...describe(issue, value) }];
}

type Description = Pick<Finding, "code" | "message" | "fix">;

function describe(issue: z.core.$ZodIssue, value: unknown): Description {
  const code = "SCHEMA_INVALID";
  const key = String(issue.path.findLast((part) => typeof part === "string"));
  switch (issue.code) {
    case "invalid_union":
      if ("options" in issue && issue.options)
        return { code, ...describeChoice("type", value, issue.options) };
      return describeTimeFormat(value);
    case "invalid_value":
      return { code, ...describeChoice(key.replace(/s$/, ""), value, issue.values) };
    case "invalid_type": {
      const found = value === undefined ? "missing" : `found ${kindOf(value)}`;
      return { code, message: found, fix: `write ${kind(issue.expected)}` };
    }
    case "invalid_key": {
      const [what, example] =
        issue.path[0] === "parser" ? ["pattern", "QUEUE_ID"] : ["definition", "UserIdentity"];
      return { code, message: `${shown(key)} is no name of a ${what}`, fix: `write one such as ${example}` };
    }
    case "invalid_format":
      return {
        code,
        message: `${shown(value)} is no name of a log type`,
        fix: "write one such as AWS.CloudTrail",
      };
    case "too_small":
    case "too_big":
      return { code, ...describeSize(issue) };
    default:
      return { code, message: issue.message, fix: "correct it" };
  }
}

function describeSize(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig) {
  if (issue.exact) return { message: "not one character", fix: "write a single one" };
  if (issue.code === "too_small")
    return { message: "empty", fix: `write at least one${issue.origin === "string" ? " character" : ""}` };
  return { message: `longer than ${issue.maximum} characters`, fix: "write a shorter one" };
}

function describeTimeFormat(value: unknown): Description {
  if (typeof value === "string" && value.startsWith("layout="))
    return {
      code: "SCHEMA_UNSUPPORTED",
      message: "layouts of Go are not read",
      fix: "write the strftime pattern, such as %Y-%m-%d %H:%M:%S",
    };
  const { message, fix } = describeChoice("timeFormat", value, TIME_FORMATS);
  return { code: "SCHEMA_INVALID", message, fix: fix.replace(/^write.*/, "$&, or a strftime pattern") };
}
