import type { EventOf } from "caracal";
import { textParameter } from "caracal/cloudtrail";
import { isBedrock } from "./is-bedrock.ts";

/** Whether a request brings a model's weights from elsewhere. */
export function isImport(event: EventOf<"AWS.CloudTrail">): boolean {
  return (
    isBedrock(event) &&
    (event.eventName === "CreateModelImportJob" || event.eventName === "CreateCustomModel")
  );
}

/** The bucket that the weights come from; `""` where the request does not say. */
export function importBucket(event: EventOf<"AWS.CloudTrail">): string {
  const uri =
    textParameter(event, "modelDataSource", "s3DataSource", "s3Uri") ||
    textParameter(event, "modelSourceConfig", "s3DataSource", "s3Uri");
  const [, bucket = ""] = uri.split("//", 2);
  return bucket.split("/", 1).join("");
}
