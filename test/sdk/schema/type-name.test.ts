import { expect, test } from "vitest";
import { fileName, typeName } from "../../../sdk/schema/type-name.ts";

test.each([
  ["AWS.BedrockModelInvocation", "AwsBedrockModelInvocation", "aws-bedrock-model-invocation.ts"],
  ["AWS.S3ServerAccess", "AwsS3ServerAccess", "aws-s3-server-access.ts"],
  ["AWS.ALB", "AwsAlb", "aws-alb.ts"],
  ["GSuite.ActivityEvent", "GSuiteActivityEvent", "gsuite-activity-event.ts"],
  ["Custom.Door.Log2", "CustomDoorLog2", "custom-door-log2.ts"],
  ["Date", "DateLog", "date-log.ts"],
  ["Json.Value", "JsonValueLog", "json-value-log.ts"],
  ["Csv.Parser", "CsvParserLog", "csv-parser-log.ts"],
  ["ShapeOf.Door", "ShapeOfDoorLog", "shape-of-door-log.ts"],
  ["Own.Fields", "OwnFieldsLog", "own-fields-log.ts"],
])("%s is %s in %s", (logType, type, file) => {
  expect(typeName(logType)).toBe(type);
  expect(fileName(logType)).toBe(file);
});
