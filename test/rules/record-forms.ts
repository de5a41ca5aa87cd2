import omit from "lodash/omit.js";
import { isJsonObject, type JsonObject } from "../../sdk/base/json.ts";

/** A form in which the same record could have been logged. */
type Form = (record: JsonObject) => JsonObject;

const BODIES = ["inputBodyJson", "outputBodyJson", "inputBodyS3Path", "outputBodyS3Path"];

/** What CloudTrail has in place of bodies. */
const PARAMETERS = ["requestParameters", "responseElements", "additionalEventData", "serviceEventDetails"];

/** The forms in which the rules must bear every record. */
export const FORMS: Readonly<Record<string, Form>> = {
  "as it is": (record) => record,
  "without bodies": (record) => sides(omit(record, PARAMETERS), (side) => omit(side, BODIES)),
  "with its bodies beside it": (record) =>
    sides(omit(record, PARAMETERS), (side, name) => ({
      ...omit(side, BODIES),
      [`${name}BodyS3Path`]: `s3://model-logs/AWSLogs/data/made-up_${name}.json.gz`,
    })),
  "as an error without sides": (record) => ({
    ...omit(record, ["input", "output", ...PARAMETERS]),
    errorCode: "AccessDeniedException",
  }),
};

function sides(record: JsonObject, form: (side: JsonObject, name: string) => JsonObject): JsonObject {
  const changed = ["input", "output"].flatMap((name) => {
    const side = record[name];
    return isJsonObject(side) ? [[name, form(side, name)]] : [];
  });
  return { ...record, ...Object.fromEntries(changed) };
}
